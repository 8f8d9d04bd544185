"""The application, running on this machine with data of its own, for as long as a check needs it."""

import contextlib
import dataclasses
import json
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request


@dataclasses.dataclass(frozen=True)
class Laptop:
    """A running application."""

    base: str
    key: str
    data: pathlib.Path


@contextlib.contextmanager
def running(program: str):
    """Starts the program; at the end it must go by itself when it is told to."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        data = pathlib.Path(folder, "data")
        process = subprocess.Popen(
            [program, "--api-only", "--data", data, "--port", str(port)],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            key = printed_key(process)
            laptop = Laptop(f"http://127.0.0.1:{port}", key, data)
            wait_until_healthy(laptop.base)
            yield laptop
        finally:
            process.send_signal(signal.SIGTERM)
            status = process.wait(timeout=30)
        if status:
            sys.exit(f"error: the application ended with status {status}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def printed_key(process) -> str:
    """The key that the first run prints."""
    key = None
    for line in process.stdout:
        if found := re.search(r"bzc_\w+", line):
            key = found.group()
        if "runs at" in line:
            return key
    sys.exit(f"error: the application ended with status {process.wait()} before it ran")


def wait_until_healthy(base: str) -> None:
    """Returns when the application answers."""
    for _ in range(600):
        try:
            with urllib.request.urlopen(f"{base}/health") as answer:
                json.load(answer)
                return
        except OSError:
            time.sleep(0.05)
    sys.exit("error: the application does not answer")
