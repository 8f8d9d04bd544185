"""The way of somebody who looks for something in long lists."""

from .colleague import Colleague
from .visit import Visit

ALERTS = 120
TITLES = "[...document.querySelectorAll('tbody th')].map((it) => it.innerText)"
CAPTION = "document.querySelector('caption')?.innerText"
MORE = ".more button"
FOCUSED_ROW = (
    "[...document.querySelectorAll('tbody tr')].findIndex((it) => it.contains(document.activeElement))"
)
# Every answer takes longer than news do to come.
SLOW = """
    window.quick = window.fetch;
    window.fetch = async (...all) => {
      await new Promise((go) => setTimeout(go, 2500));
      return window.quick(...all);
    };
    0
"""


def finds(visit: Visit, colleague: Colleague) -> None:
    """All pages of a list, then what filters leave of it."""
    for number in range(ALERTS):
        colleague.alert(
            f"Drill {number}",
            priority="high" if number % 40 == 0 else "normal",
            delivery_method="voice" if number % 60 == 0 else "sms",
        )
    shows_more(visit, colleague)
    filters_by_keyboard(visit)
    filters_recipients(visit, colleague)


def opens(visit: Visit, address: str, caption: str) -> None:
    visit.browser.evaluate(f"location.hash = '{address}'")
    visit.wait(f"{caption} at {address}", f"{CAPTION} === '{caption}'")


def shows_more(visit: Visit, colleague: Colleague) -> None:
    """Each page once, in order, the focus at what is new; news leave it as long as it is."""
    total = len(every_title(colleague))
    opens(visit, "#/alerts?", "Alerts: first 50")
    visit.focus(MORE)
    visit.strike("Enter")
    visit.wait("the second page", f"{CAPTION} === 'Alerts: first 100'")
    visit.expect_equal("the row with the focus", visit.browser.evaluate(FOCUSED_ROW), 50)
    # News that come while a page is on its way must not take it back.
    visit.browser.evaluate(SLOW)
    visit.focus(MORE)
    visit.strike("Enter")
    colleague.alert("Drill meanwhile")
    total += 1
    visit.wait("the last page", f"{CAPTION} === 'Alerts: {total}'", 30)
    visit.expect_equal("the row with the focus", visit.browser.evaluate(FOCUSED_ROW), 100)
    visit.browser.evaluate("window.fetch = window.quick")
    visit.expect("more is offered after the last page", f"document.querySelector('{MORE}').hidden")
    visit.expect_equal("the alerts of all pages", visit.browser.evaluate(TITLES), every_title(colleague))
    focused = "document.activeElement.href"
    before = visit.browser.evaluate(focused)
    colleague.alert("Drill at the top")
    visit.wait("the news", f"{CAPTION} === 'Alerts: {total + 1}'")
    visit.expect_equal("the alerts after news", visit.browser.evaluate(TITLES), every_title(colleague))
    visit.expect_equal("what has the focus after news", visit.browser.evaluate(focused), before)


def every_title(colleague: Colleague) -> list[str]:
    """The titles of all alerts as the API lists them."""
    titles, cursor = [], ""
    while cursor is not None:
        page = colleague.ask("GET", f"/v1/alerts?limit=100{cursor and f'&cursor={cursor}'}")
        titles += [alert["title"] for alert in page["alerts"]]
        cursor = page["next_cursor"]
    return titles


def filters_by_keyboard(visit: Visit) -> None:
    """Arrow keys go through the choices, one after the other, without losing their place."""
    opens(visit, "#/alerts", "Alerts: first 50")
    visit.focus("[name=priority]")
    visit.strike("ArrowDown")
    visit.wait("alerts of normal priority", "location.hash === '#/alerts?priority=normal'")
    visit.wait("the same choice in focus", "document.activeElement.name === 'priority'")
    visit.strike("ArrowDown")
    visit.wait("three alerts", f"{CAPTION} === 'Alerts: 3'")
    visit.expect_equal("high ones", visit.browser.evaluate(TITLES), ["Drill 80", "Drill 40", "Drill 0"])
    visit.strike("Tab")
    visit.expect_equal("after Tab", visit.browser.evaluate("document.activeElement.name"), "delivery_method")
    visit.strike("ArrowDown")
    visit.strike("ArrowDown")
    visit.wait("one alert", f"{CAPTION} === 'Alerts: 1'")
    visit.expect_equal("a high call", visit.browser.evaluate(TITLES), ["Drill 0"])
    visit.look("filtered")
    visit.browser.call("Page.reload")
    visit.wait("the same after a reload", f"{CAPTION} === 'Alerts: 1'")
    visit.expect_equal(
        "filters after a reload",
        visit.browser.evaluate("[...document.querySelectorAll('.filters select')].map((it) => it.value)"),
        ["", "high", "voice"],
    )
    visit.press(".filters a")
    visit.wait("all again", f"{CAPTION} === 'Alerts: first 50'")
    visit.browser.evaluate("history.back()")
    visit.wait("the filters again", f"{CAPTION} === 'Alerts: 1'")


def filters_recipients(visit: Visit, colleague: Colleague) -> None:
    """By tag, by number and by whether they are active; what can't be asked for is told."""
    colleague.recipient("Ida", "+14155550021", tags=["R&D, 50% off"])
    colleague.recipient("Joan", "+14155550022", tags=["R&D, 50% off"], active=False)
    visit.browser.evaluate("location.hash = '#/recipients'")
    visit.wait("the recipients", "document.querySelector('tbody')?.innerText.includes('Joan')")
    visit.fill("tag", "R&D, 50% off")
    visit.strike("Enter")
    visit.wait("both", f"{CAPTION} === 'Recipients: 2'")
    visit.wait("the tag in focus", "document.activeElement.name === 'tag'")
    visit.strike("Tab")
    visit.strike("ArrowDown")
    visit.strike("ArrowDown")
    visit.wait("who is not active", f"{CAPTION} === 'Recipients: 1'")
    visit.expect_equal("who is not active", visit.browser.evaluate(TITLES), ["Joan"])
    visit.browser.evaluate("location.hash = '#/recipients'")
    visit.wait("all of them", "document.querySelector('tbody')?.innerText.includes('Ida')")
    visit.fill("phone_number", " +14155550021 ")
    visit.strike("Enter")
    visit.wait("who has the number", f"{CAPTION} === 'Recipients: 1'")
    visit.expect_equal("who has the number", visit.browser.evaluate(TITLES), ["Ida"])
    visit.fill("phone_number", "+1415555")
    visit.strike("Enter")
    visit.wait("nobody", f"{CAPTION} === 'Recipients: none fits these filters'")
    visit.fill("phone_number", "0415 555")
    visit.strike("Enter")
    visit.wait("what is wrong", "document.querySelector('#trouble p')?.innerText.includes('E.164')")
    visit.expect_equal(
        "of a number that is none", visit.shown("#trouble"),
        "Number: must be a number in E.164 form, like +14155550123; an address has %2B for its plus sign.",
    )  # fmt: skip
    visit.expect("more is offered of nothing", f"document.querySelector('{MORE}').hidden")
    visit.expect("a list is shown that nobody asked for", "!document.querySelector('tbody tr')")
    visit.look("filter-problem")
