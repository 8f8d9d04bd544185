"""A browser at the operator's page: what a person does there, and what was found wrong."""

import base64
import json
import pathlib
import time

from failure import Failure
from pages.browser import Browser
from pages.looks import Look, show

LOOKS = (
    Look("light", 1280, 900),
    Look("dark", 1280, 900, scheme="dark"),
    Look("phone", 320, 740),
    Look("phone-dark", 320, 740, scheme="dark"),
)

# Keys that are struck: Windows's code, which Chromium asks for, and the text that comes of it.
KEYS = {"ArrowDown": (40, ""), "Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, "")}

# What is less than 4.5:1 against the nearest background that is painted (WCAG 2.2, 1.4.3).
FAINT = """(() => {
  const parts = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => parts(color).slice(0, 3).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((parts(color)[3] ?? 1) > 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
    if (["SCRIPT", "STYLE", "NOSCRIPT"].includes(element.tagName)) continue;
    const [low, high] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) found.push(`${ratio.toFixed(2)}:1 ${walker.currentNode.data.trim().slice(0, 40)}`);
  }
  return found;
})()"""


class Visit:
    """One browser at the page, and what was found wrong so far."""

    def __init__(self, browser: Browser, base: str, folder: pathlib.Path):
        self.browser, self.base, self.folder = browser, base.rstrip("/"), folder
        self.problems: list[str] = []

    def go(self, address: str) -> None:
        self.browser.call("Page.navigate", url=self.base + address)

    def wait(self, what: str, expression: str, seconds: float = 10) -> None:
        """Waits until the expression holds, and says what was awaited where it never does."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.browser.evaluate(f"Boolean({expression})"):
                return
            time.sleep(0.1)
        shown = self.browser.evaluate("document.body.innerText.slice(0, 600)")
        raise Failure(f"waited in vain for {what}; the page shows:\n{shown}")

    def fill(self, name: str, value: str) -> None:
        """Types into the field as a keyboard would."""
        self.browser.evaluate(f'document.querySelector(\'[name="{name}"]\').focus()')
        self.browser.evaluate("document.activeElement.select?.()")
        self.browser.call("Input.insertText", text=value)

    def press(self, selector: str) -> None:
        self.browser.evaluate(f"document.querySelector({json.dumps(selector)}).click()")

    def focus(self, selector: str) -> None:
        self.browser.evaluate(f"document.querySelector({json.dumps(selector)}).focus()")

    def strike(self, name: str) -> None:
        """Strikes a key of the keyboard, which goes to what has the focus."""
        code, text = KEYS[name]
        stroke = {"key": name, "code": name, "windowsVirtualKeyCode": code}
        self.browser.call("Input.dispatchKeyEvent", type="keyDown", text=text, **stroke)
        self.browser.call("Input.dispatchKeyEvent", type="keyUp", **stroke)

    def shown(self, selector: str) -> str:
        """The text of the first element that fits, as it is read; empty where there is none."""
        return self.browser.evaluate(
            f"document.querySelector({json.dumps(selector)})?.innerText ?? ''"
        )

    def expect_equal(self, what: str, found, expected) -> None:
        if found != expected:
            self.problems.append(f"{what}: {found!r}, must be {expected!r}")

    def expect(self, what: str, expression: str) -> None:
        """Notes what is wrong where the expression does not hold."""
        if not self.browser.evaluate(f"Boolean({expression})"):
            self.problems.append(what)

    def look(self, view: str) -> None:
        """Takes its pictures, and judges width and contrast in each look."""
        for look in LOOKS:
            show(self.browser, look)
            wide = self.browser.evaluate("document.documentElement.scrollWidth")
            if wide > look.width:
                self.problems.append(f"{view} in {look.name}: {wide} px wide, must be {look.width}")
            faint = self.browser.evaluate(FAINT)
            self.problems += [f"{view} in {look.name}: contrast {text}" for text in faint]
            picture = self.browser.call("Page.captureScreenshot", captureBeyondViewport=True)
            name = f"{view}-{look.name}.png"
            (self.folder / name).write_bytes(base64.b64decode(picture["data"]))
        show(self.browser, LOOKS[0])

    def read_events(self) -> None:
        """Nothing may be asked of others, and the console stays silent but for refusals provoked here."""
        for event in self.browser.events:
            details = event.get("params", {})
            match event.get("method"):
                case "Network.requestWillBeSent":
                    url = details["request"]["url"]
                    if not url.startswith((self.base + "/", "data:")):
                        self.problems.append(f"asks for {url}")
                case "Log.entryAdded":
                    entry = details["entry"]
                    if entry["level"] == "error" and entry["source"] != "network":
                        self.problems.append(f"console: {entry['text']}")
                case "Runtime.exceptionThrown":
                    thrown = details["exceptionDetails"]
                    text = thrown.get("exception", {}).get("description", thrown["text"])
                    self.problems.append(f"exception: {text}")
                case "Runtime.consoleAPICalled" if details["type"] == "error":
                    self.problems.append(f"console.error: {details['args']}")


def at_field(name: str) -> str:
    """Holds where focus is at the field, which says it is wrong, and its text stands with it."""
    return f"""(() => {{
      const control = document.querySelector('[name="{name}"]');
      const note = document.getElementById(control.getAttribute("aria-describedby").split(" ")[0]);
      const near = control.closest(".field").contains(note);
      return document.activeElement === control && control.getAttribute("aria-invalid") === "true"
        && near && note.checkVisibility() && note.textContent.trim().length > 5;
    }})()"""
