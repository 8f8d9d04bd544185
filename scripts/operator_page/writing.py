"""The way of somebody who writes: the key, a recipient, an alert, and taking the alert back."""

import time

from .visit import Visit, at_field


def writes(visit: Visit, key: str) -> None:
    """From the question for a key to an alert that is cancelled."""
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
