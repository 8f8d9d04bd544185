"""Processes of Linux: what they have used, how much memory they hold, and their end."""

import contextlib
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.request

TICKS = os.sysconf("SC_CLK_TCK")


def tree(root: int) -> list[int]:
    """A process and all below it."""
    found = [root]
    for process in found:
        for task in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
            found += [int(child) for child in task.read_text().split()]
    return found


def cpu_seconds(root: int) -> float:
    """What a process and those below it have used so far, in user and kernel mode."""
    total = 0
    for process in tree(root):
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def memory_mebibytes(root: int) -> dict[str, float]:
    """Resident memory of a process and those below it together: now, of that files mapped, and at most."""
    names = {"VmRSS": "steady_mib", "RssFile": "of_files_mib", "VmHWM": "peak_mib"}
    total = dict.fromkeys(names.values(), 0.0)
    for process in tree(root):
        for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
            name, _, value = line.partition(":")
            if name in names:
                total[names[name]] += int(value.split()[0]) / 1024
    return {name: round(value, 1) for name, value in total.items()}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def running(command, environment, log: pathlib.Path, folder=None):
    """Runs a program in the background; it ends when it is told to."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, cwd=folder
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            # What polls a queue may take 20 seconds to end.
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_until_it_answers(url: str, process: subprocess.Popen, log: pathlib.Path) -> None:
    """Returns when a server is healthy; raises where it ended or takes a minute."""
    for _ in range(600):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url) as answer:
                answer.read()
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{url} does not answer:\n{log.read_text()[-2000:]}")


def wait_until_it_listens(port: int, process: subprocess.Popen, seconds: int = 10) -> None:
    """Returns when somebody takes connections at a port."""
    for _ in range(20 * seconds):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"nobody listens at port {port}")
