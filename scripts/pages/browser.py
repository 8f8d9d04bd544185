"""A browser without a window, spoken to over two pipes: no port is opened, and no other is asked.

Source: Chrome DevTools Protocol, and Chromium's `--remote-debugging-pipe`, which reads commands from file
descriptor 3 and writes answers to 4, each a JSON object that ends with a zero byte; 2026-11.
"""

import itertools
import json
import os
import pathlib
import subprocess
import tempfile

ARGUMENTS = (
    "--remote-debugging-pipe",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--hide-scrollbars",
)


class BrowserFailure(Exception):
    """The browser did not start, stopped, or refused a command."""


class Browser:
    """One browser with one page; closed at the end of a `with`."""

    def __init__(self, program: str):
        self._numbers = itertools.count(1)
        self._profile = tempfile.TemporaryDirectory(
            prefix="page-check-", ignore_cleanup_errors=True  # it may still write as it ends
        )
        command_reader, self._commands = os.pipe()
        self._answers, answer_writer = os.pipe()
        # The browser wants exactly 3 and 4, which may be in use here: a shell puts them in place.
        redirect = f'exec "$0" "$@" 3<&{command_reader} 4>&{answer_writer}'
        self._process = subprocess.Popen(
            ["bash", "-c", redirect, program, *ARGUMENTS, f"--user-data-dir={self._profile.name}"],
            pass_fds=(command_reader, answer_writer),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(command_reader)
        os.close(answer_writer)
        self._rest = b""
        self._session = None
        self.events: list[dict] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        answer = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = answer["sessionId"]

    def __enter__(self) -> "Browser":
        return self

    def __exit__(self, *_) -> None:
        os.close(self._commands)  # which is what ends it
        try:
            self._process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._answers)
        self._profile.cleanup()

    def call(self, method: str, **parameters) -> dict:
        """Sends a command and waits for its answer; events that come before it are kept."""
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == number:
                if "error" in answer:
                    raise BrowserFailure(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, page: pathlib.Path) -> None:
        """Loads a file and waits until it is whole."""
        self.go(page.resolve().as_uri())

    def go(self, url: str) -> None:
        """Loads what is at an address and waits until it is whole."""
        self.events.clear()
        self.call("Page.enable")
        self.call("Network.enable")
        self.call("Log.enable")
        self.call("Page.navigate", url=url)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._next())

    def evaluate(self, expression: str):
        """The value of a JavaScript expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise BrowserFailure(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")

    def _next(self) -> dict:
        while b"\0" not in self._rest:
            part = os.read(self._answers, 1 << 16)
            if not part:
                raise BrowserFailure(f"the browser ended with status {self._process.wait()}")
            self._rest += part
        message, self._rest = self._rest.split(b"\0", 1)
        return json.loads(message)
