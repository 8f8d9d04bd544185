"""Does on the operator's page what a person does, in a browser, and looks at what comes of it.

A recipient and an alert are made through the forms; a mistake is told next to its field; what somebody
else does appears by itself. Nothing is loaded from elsewhere, nothing is logged as an error, and nothing
is wider than a phone. With --pictures the page is drawn in every look.
"""

import argparse
import base64
import json
import pathlib
import sys
import time
import urllib.request

import laptop
from pages.browser import Browser
from pages.looks import LOOKS, Look, show

NARROW = Look("narrow", 320, 640)


class Person:
    """Somebody at the page."""

    def __init__(self, browser: Browser, application: laptop.Laptop):
        self.browser = browser
        self.application = application

    def sees(self, condition: str, what: str) -> None:
        """Waits until a condition of JavaScript holds."""
        for _ in range(200):
            if self.browser.evaluate(f"Boolean({condition})"):
                return
            time.sleep(0.05)
        text = self.browser.evaluate("document.body.innerText")
        sys.exit(f"error: {what} is not to be seen; the page says:\n{text}")

    def types(self, form: str, **values: str) -> None:
        """Fills in fields of a form."""
        for name, value in values.items():
            field = f"document.querySelector({json.dumps(form)}).elements[{json.dumps(name)}]"
            self.browser.evaluate(f"{field}.value = {json.dumps(value)}")

    def presses(self, selector: str) -> None:
        """Presses a button."""
        self.browser.evaluate(f"document.querySelector({json.dumps(selector)}).click()")

    def goes(self, place: str) -> None:
        """Follows a link within the page."""
        self.browser.evaluate(f"location.hash = {json.dumps(place)}")

    def opens(self) -> None:
        """Opens the page and enters the key."""
        self.browser.go(self.application.base)
        self.sees("document.querySelector('[name=key]')", "the question for the key")
        self.types("main form", key="bzc_wrong")
        self.presses("main form button")
        self.sees("!problem.hidden && /X-API-Key/.test(problem.textContent)", "that a key is wrong")
        self.types("main form", key=self.application.key)
        self.presses("main form button")
        self.sees("document.querySelector('#alerts-title')", "the list of alerts")
        self.sees("live.textContent === 'Live'", "that the page is live")

    def makes_a_recipient(self) -> None:
        """First with a mistake, which stands next to its field, then without."""
        self.goes("#/recipients")
        self.sees("document.querySelector('#recipients-title')", "the list of recipients")
        self.types("form.new", name="Ada <b>Lovelace</b>", phone_number="12", tags="tech, news")
        self.presses("form.new button")
        number = "document.querySelector('form.new').elements.phone_number"
        self.sees(f"{number}.getAttribute('aria-invalid') === 'true'", "the wrong field")
        self.sees(
            f"/E.164/.test(document.getElementById({number}.getAttribute('aria-describedby'))"
            f".textContent) && {number}.closest('label').querySelector('.wrong')",
            "what is wrong, next to its field",
        )
        self.sees(f"document.activeElement === {number}", "the focus at the wrong field")
        self.types("form.new", phone_number="+14155550123")
        self.presses("form.new button")
        self.sees("/is saved/.test(document.querySelector('.done').textContent)", "that it is saved")
        self.sees("/Ada <b>Lovelace<.b>/.test(content.innerText)", "the recipient, as text")

    def makes_an_alert(self) -> None:
        """And sees it in the list."""
        self.goes("#/alerts")
        self.sees("document.querySelector('#new-alert-title')", "the form for an alert")
        self.types("form.new", title="Water is out", message="Until noon.\nSorry.", tags="tech")
        self.presses("form.new button")
        self.sees("/for 1 recipients/.test(document.querySelector('.done').textContent)", "the count")
        self.sees("document.querySelector('tbody a')?.textContent === 'Water is out'", "the alert")
        self.presses("tbody a")
        self.sees("/queued/.test(document.querySelector('.facts')?.innerText)", "its status")
        self.sees("/pending/.test(document.querySelector('.counts')?.innerText)", "its counts")

    def sees_what_others_do(self) -> None:
        """An alert that comes through the API appears without a hand."""
        self.goes("#/alerts")
        self.sees("document.querySelector('tbody a')", "the list")
        body = {"title": "From elsewhere", "message": "M", "delivery_method": "sms"}
        request = urllib.request.Request(
            f"{self.application.base}/v1/alerts",
            json.dumps(body).encode(),
            {"X-API-Key": self.application.key, "Content-Type": "application/json"},
        )
        urllib.request.urlopen(request).close()
        self.sees("/From elsewhere/.test(document.querySelector('tbody').innerText)", "the news")


def complaints(browser: Browser, base: str):
    """What the browser has against the page."""
    for event in browser.events:
        parameters = event.get("params", {})
        if event.get("method") == "Runtime.exceptionThrown":
            yield f"an exception: {parameters['exceptionDetails']}"
        if event.get("method") == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if not url.startswith((base, "data:")):
                yield f"a request to {url}"
        if event.get("method") == "Log.entryAdded" and parameters["entry"]["level"] == "error":
            # The browser logs every answer that is an error; these were asked for.
            if parameters["entry"].get("source") != "network":
                yield f"an error: {parameters['entry']['text']}"


def main() -> bool:
    """Runs it all; whether something is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bizcomms", required=True, help="the application's program")
    parser.add_argument("--chromium", default="chromium-headless-shell")
    parser.add_argument("--pictures", type=pathlib.Path, help="a folder for pictures of every look")
    arguments = parser.parse_args()
    found = []
    with laptop.running(arguments.bizcomms) as application, Browser(arguments.chromium) as browser:
        browser.call("Runtime.enable")
        person = Person(browser, application)
        person.opens()
        person.makes_a_recipient()
        person.makes_an_alert()
        person.sees_what_others_do()
        for place in ("#/alerts", "#/recipients"):
            person.goes(place)
            person.sees("document.querySelector('tbody tr')", f"a list at {place}")
            for look in (NARROW, *LOOKS):
                show(browser, look)
                wide = browser.evaluate("document.documentElement.scrollWidth")
                if wide > look.width:
                    found.append(f"{place} is {wide} px wide where {look.width} are to be had")
                if arguments.pictures:
                    arguments.pictures.mkdir(parents=True, exist_ok=True)
                    picture = browser.call("Page.captureScreenshot", captureBeyondViewport=True)
                    name = f"{place.removeprefix('#/')}-{look.name}.png"
                    (arguments.pictures / name).write_bytes(base64.b64decode(picture["data"]))
        found += complaints(browser, application.base)
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
