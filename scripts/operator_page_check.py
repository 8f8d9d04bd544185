"""Drives the operator page in a browser, as a person would, and judges what it shows.

The application runs for it, with data of its own.
"""

import argparse
import base64
import json
import pathlib
import sys
import tempfile
import time
import urllib.request

import laptop
from failure import Failure
from pages.browser import Browser
from pages.looks import Look, show

PROGRAM = "chromium-headless-shell"
LOOKS = (
    Look("light", 1280, 900),
    Look("dark", 1280, 900, scheme="dark"),
    Look("phone", 320, 740),
    Look("phone-dark", 320, 740, scheme="dark"),
)

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

    def expect(self, what: str, expression: str) -> None:
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


def drive(visit: Visit, key: str) -> None:
    """A person's way through the page."""
    stamp = str(time.time_ns())
    name, title = f"Ada {stamp[-6:]}", f"Water is off {stamp[-6:]}"
    visit.go("/")
    visit.wait("the question for a key", "document.querySelector('[name=key]')")
    visit.look("key")
    visit.fill("key", "bzc_wrong")
    visit.press("form button")
    visit.wait("the refusal of a wrong key", "document.querySelector('#trouble p')")
    visit.fill("key", key)
    visit.press("form button")
    visit.wait("the alerts", "document.querySelector('caption')")

    visit.browser.evaluate("location.hash = '#/recipients/new'")
    visit.wait("the recipient form", "document.querySelector('[name=phone_number]')")
    visit.fill("name", name)
    visit.fill("phone_number", "12")
    visit.press("main form button")
    visit.wait("the field's problem", "document.querySelector('[aria-invalid=true]')")
    visit.expect("a wrong number isn't told at its field", at_field("phone_number"))
    visit.look("field-problem")
    visit.fill("phone_number", f"+1415{stamp[-10:-3]}")
    visit.fill("tags", "Boston office, 2nd floor\nengineers")
    visit.press("main form button")
    visit.wait("the recipient in the list", f"document.querySelector('tbody')?.innerText.includes('{name}')")
    visit.look("recipients")

    visit.browser.evaluate("location.hash = '#/alerts/new'")
    visit.wait("the alert form", "document.querySelector('[name=message]')")
    visit.press("main form button")
    visit.wait("the problems", "document.querySelector('[aria-invalid=true]')")
    visit.expect("a missing title isn't told at its field", at_field("title"))
    visit.fill("title", title)
    visit.fill("message", "<b>No water</b> until noon & a bit.")
    visit.fill("recipient_filters.tags", "engineers")
    visit.look("new-alert")
    visit.press("main form button")
    visit.press("main form button")  # a second press of the same form sends nothing more
    visit.wait("the alert", "document.querySelector('.counts')")
    visit.expect("the estimate isn't told", "/estimated to reach \\d+ recip/.test(document.querySelector('.notice')?.innerText)")
    visit.expect("the message became markup", "!document.querySelector('dd b')")
    visit.look("alert")
    visit.browser.evaluate("location.hash = '#/alerts'")
    visit.wait("the alert in the list", f"document.querySelector('tbody')?.innerText.includes('{title}')")
    same = f"[...document.querySelectorAll('tbody th')].filter((it) => it.innerText === '{title}').length"
    visit.expect("pressed twice, sent more than once", f"{same} === 1")
    visit.look("alerts")

    visit.press("tbody a")
    visit.wait("the button that cancels", "document.querySelector('.head button:not([hidden])')")
    visit.press(".head button")
    visit.wait("the question", "document.querySelector('dialog[open]')")
    visit.look("question")
    visit.press("#confirm-yes")
    visit.wait("that it is cancelled", "document.querySelector('dd .pill')?.innerText === 'Cancelled'")

    visit.go("/docs")
    visit.wait("the API's description", "document.querySelectorAll('section.operation').length >= 11")
    visit.look("docs")


def sees_news(visit, application):
    """What somebody else does appears by itself: the page is live."""
    visit.go("/#/alerts")
    visit.wait("the list", "document.querySelector('tbody')?.innerText")
    body = {"title": "From elsewhere", "message": "M", "delivery_method": "sms"}
    request = urllib.request.Request(
        f"{application.base}/v1/alerts",
        json.dumps(body).encode(),
        {"X-API-Key": application.key, "Content-Type": "application/json"},
    )
    urllib.request.urlopen(request).close()
    visit.wait("the news", "document.querySelector('tbody')?.innerText.includes('From elsewhere')")


def main() -> int:
    """Prints what is wrong, and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bizcomms", required=True, help="the application's program")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder for pictures of every look")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.pictures or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        with laptop.running(arguments.bizcomms) as application, Browser(PROGRAM) as browser:
            for domain in ("Page", "Network", "Log", "Runtime"):
                browser.call(f"{domain}.enable")
            visit = Visit(browser, application.base, folder)
            try:
                drive(visit, application.key)
                sees_news(visit, application)
            except Failure as failure:
                visit.problems.append(str(failure))
            visit.read_events()
    for problem in dict.fromkeys(visit.problems):
        print(f"error: {problem}", file=sys.stderr)
    print(f"the operator page in {len(LOOKS)} looks; {len(visit.problems)} problems")
    return 1 if visit.problems else 0


if __name__ == "__main__":
    sys.exit(main())
