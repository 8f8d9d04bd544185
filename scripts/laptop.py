"""The application, running on this machine with data of its own, for as long as a check needs it."""

import contextlib
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


class Laptop:
    """An application on data and a port that it keeps when it is ended and started again."""

    def __init__(self, program: str, data: pathlib.Path):
        self.data = data
        self.key = ""
        self._port = free_port()
        self._program = program
        self._process: subprocess.Popen | None = None

    @property
    def base(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Returns when it answers."""
        self._process = subprocess.Popen(
            [self._program, "--api-only", "--data", self.data, "--port", str(self._port)],
            stdout=subprocess.PIPE,
            text=True,
        )
        self.key = printed_key(self._process) or self.key
        wait_until_healthy(self.base)

    def end(self) -> None:
        """It must go by itself when it is told to."""
        if not self._process:
            return
        process, self._process = self._process, None
        process.send_signal(signal.SIGTERM)
        if status := process.wait(timeout=30):
            sys.exit(f"error: the application ended with status {status}")


@contextlib.contextmanager
def running(program: str):
    """Starts the program, and ends it."""
    with tempfile.TemporaryDirectory() as folder:
        application = Laptop(program, pathlib.Path(folder, "data"))
        try:
            application.start()
            yield application
        finally:
            application.end()


def lift_rates(data: pathlib.Path) -> None:
    """Lets the keys ask as often as a check does; before the first request, which reads them."""
    keys = data / "secrets/api-keys"
    secret = json.loads(keys.read_text())
    for entry in secret["keys"]:
        entry["requests_per_minute"] = 1_000_000
    keys.write_text(json.dumps(secret))


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def printed_key(process) -> str | None:
    """The key that the first run prints; returns when the application runs."""
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
