"""What a page looks like: in a window of a phone, by night, on paper."""

import pathlib

from pages.browser import Browser
from pages.looks import LOOKS, show

SCRIPT = (pathlib.Path(__file__).parent / "looks_right.js").read_text()
# Parts that move after they were shown. Source: Layout Instability API, `hadRecentInput`; 2026-11.
WATCH_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; })
  .observe({ type: "layout-shift", buffered: true });
"""


def problems(browser: Browser, page: pathlib.Path) -> list[str]:
    """Everything that is wrong, a line each, with the look in which it shows."""
    browser.call("Page.enable")
    script = browser.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH_SHIFTS)
    found = []
    for look in LOOKS:
        show(browser, look)
        browser.open(page)
        found += [f"{look.name}: {problem}" for problem in browser.evaluate(f"({SCRIPT})({look.width})")]
        shift = browser.evaluate("window.shifts")
        if shift:
            found.append(f"{look.name}: its parts move while it loads, by {shift:.3f}")
        found += [f"{look.name}: {problem}" for problem in _complaints(browser, page)]
    browser.call("Page.removeScriptToEvaluateOnNewDocument", identifier=script["identifier"])
    return found


def _complaints(browser: Browser, page: pathlib.Path):
    """What was asked for beside the page itself, and what the browser had to say."""
    for event in browser.events:
        parameters = event.get("params", {})
        if event.get("method") == "Network.requestWillBeSent":
            url = parameters["request"]["url"]
            if url != page.resolve().as_uri():
                yield f"asks for {url}"
        elif event.get("method") == "Log.entryAdded":
            yield f"the browser says: {parameters['entry']['text']}"
