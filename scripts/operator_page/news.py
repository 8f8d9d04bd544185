"""The way of somebody who only looks: what others do appears by itself, and after a restart again."""

from .colleague import Colleague
from .visit import Visit

LIVE = "document.querySelector('#live').innerText"
# The page asks again at the latest after so long; seconds.
PATIENCE = 90


def sees_news(visit: Visit, colleague: Colleague) -> None:
    """What somebody else does appears without a reload."""
    visit.go("/#/alerts")
    visit.wait("the list", "document.querySelector('tbody')?.innerText")
    visit.wait("that it is live", f"{LIVE} === 'Live'")
    colleague.alert("From elsewhere")
    visit.wait("the news", "document.querySelector('tbody')?.innerText.includes('From elsewhere')")


def survives_a_restart(visit: Visit, colleague: Colleague, application) -> None:
    """Each view says that it is not live, and is live again by itself; what was typed can be saved then."""
    alert = colleague.alert("Before the restart")
    recipient = colleague.recipient("Radia", "+14155550031")
    restarts(visit, application, "#/alerts", "Before the restart")
    colleague.alert("After the restart")
    visit.wait("news on the new connection", "document.querySelector('tbody')?.innerText.includes('After the restart')")

    restarts(visit, application, f"#/alerts/{alert}", "Before the restart")
    colleague.change(f"/v1/alerts/{alert}", title="Changed after the restart")
    visit.wait("the new title", "document.querySelector('h1')?.innerText === 'Changed after the restart'")

    visit.browser.evaluate(f"location.hash = '#/recipients/{recipient}'")
    visit.wait("the form", "document.querySelector('[name=name]')?.value === 'Radia'")
    visit.fill("name", "Radia P.")
    application.end()
    visit.strike("Enter")
    visit.wait("that nobody answers", "document.querySelector('#trouble p')?.innerText.includes('be reached')")
    application.start()
    visit.strike("Enter")
    visit.wait("that it was changed", "document.querySelector('.notice')?.innerText === 'Radia P. was changed.'", PATIENCE)
    held = colleague.ask("GET", f"/v1/recipients/{recipient}")
    visit.expect_equal("a name that was saved after a restart", held["name"], "Radia P.")


def restarts(visit: Visit, application, address: str, text: str) -> None:
    """Ends the application under a view, and starts it again on the same data and port."""
    visit.browser.evaluate(f"location.hash = '{address}'")
    visit.wait(address, f"document.querySelector('main').innerText.includes('{text}')")
    visit.wait("that it is live", f"{LIVE} === 'Live'", PATIENCE)
    application.end()
    visit.wait("that it is not live", f"{LIVE}.startsWith('Not live: ')")
    # The look that comes every five seconds finds nobody, and what was shown stays.
    visit.wait("that nobody answers", "document.querySelector('#trouble p')", PATIENCE)
    visit.expect(f"{address}: what was known is gone", f"document.querySelector('main').innerText.includes('{text}')")
    application.start()
    visit.wait("that it is live again", f"{LIVE} === 'Live'", PATIENCE)
    visit.wait("the end of the trouble", "!document.querySelector('#trouble p')", PATIENCE)
