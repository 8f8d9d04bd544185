"""The way of somebody who edits while others do, too."""

import sqlite3

from .colleague import Colleague
from .visit import LOOKS, Visit, at_field
from pages.looks import show

IN_VIEW = """(() => {
  const box = document.querySelector("#trouble p").getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight;
})()"""
RELOAD = "#trouble button"


def edits(visit: Visit, colleague: Colleague, data) -> None:
    """Recipients, then alerts."""
    saves_an_edit(visit, colleague)
    is_told_of_another_edit(visit, colleague)
    is_told_of_a_taken_number(visit, colleague)
    edits_an_alert_too_late(visit, colleague)
    cancels_what_was_changed(visit, colleague)
    cancels_too_late(visit, colleague, data)


def open_recipient(visit: Visit, recipient: str, name: str) -> None:
    visit.browser.evaluate(f"location.hash = '#/recipients/{recipient}'")
    visit.wait(f"{name}'s form", f"document.querySelector('[name=name]')?.value === '{name}'")


def saves_an_edit(visit: Visit, colleague: Colleague) -> None:
    """Enter in a field saves; all that the form holds is what the API holds then."""
    recipient = colleague.recipient("Grace", "+14155550001", tags=["ops", "day, shift"])
    open_recipient(visit, recipient, "Grace")
    visit.expect_equal(
        "tags in the form",
        visit.browser.evaluate("document.querySelector('[name=tags]').value"),
        "day, shift\nops",
    )
    visit.fill("name", "Grace Hopper")
    visit.fill("tags", "ops\nnight")
    visit.press("[name='preferences.voice_enabled']")
    visit.press("[name=active]")
    visit.focus("[name=phone_number]")
    visit.strike("Enter")
    visit.wait("that it was changed", "document.querySelector('.notice')?.innerText === 'Grace Hopper was changed.'")
    visit.wait("the list", "document.querySelector('tbody')?.innerText.includes('Grace Hopper')")
    held = colleague.ask("GET", f"/v1/recipients/{recipient}")
    visit.expect_equal(
        "a recipient after an edit",
        [held[name] for name in ("name", "phone_number", "preferences", "tags", "active")],
        ["Grace Hopper", "+14155550001", {"sms_enabled": True, "voice_enabled": True}, ["night", "ops"], False],
    )  # fmt: skip


def is_told_of_another_edit(visit: Visit, colleague: Colleague) -> None:
    """Nothing of somebody else's is overwritten, on a phone neither: what happened is in view there."""
    recipient = colleague.recipient("Edsger", "+14155550002")
    open_recipient(visit, recipient, "Edsger")
    colleague.change(f"/v1/recipients/{recipient}", tags=["theirs"])
    show(visit.browser, LOOKS[2])
    visit.fill("name", "Edsger D.")
    visit.focus("form .primary")
    visit.strike("Enter")
    visit.wait("what happened", f"document.querySelector('{RELOAD}')")
    text = visit.shown("#trouble")
    visit.expect_equal("of an edit in between", "Somebody changed it" in text, True)
    visit.expect("on a phone, what happened is out of view", IN_VIEW)
    visit.expect("what was typed is gone", "document.querySelector('[name=name]').value === 'Edsger D.'")
    visit.look("changed-meanwhile")
    held = colleague.ask("GET", f"/v1/recipients/{recipient}")
    visit.expect_equal("after a refused edit", (held["name"], held["tags"]), ("Edsger", ["theirs"]))
    visit.expect("the focus is not at what helps", f"document.activeElement === document.querySelector('{RELOAD}')")
    visit.strike("Enter")
    visit.wait("their edit", "document.querySelector('[name=tags]')?.value === 'theirs'")
    visit.expect("what happened stands there after a reload", "!document.querySelector('#trouble p')")
    visit.fill("name", "Edsger D.")
    visit.press("form .primary")
    visit.wait("that it was changed", "document.querySelector('.notice')?.innerText === 'Edsger D. was changed.'")
    held = colleague.ask("GET", f"/v1/recipients/{recipient}")
    visit.expect_equal("after both edits", (held["name"], held["tags"]), ("Edsger D.", ["theirs"]))


def is_told_of_a_taken_number(visit: Visit, colleague: Colleague) -> None:
    """A number belongs to one recipient, whoever is created or edited."""
    recipient = colleague.recipient("Barbara", "+14155550003")
    colleague.recipient("Ken", "+14155550004")
    open_recipient(visit, recipient, "Barbara")
    visit.fill("phone_number", "+14155550004")
    visit.strike("Enter")
    visit.wait("the field's problem", "document.querySelector('[aria-invalid=true]')")
    visit.expect("a taken number isn't told at its field", at_field("phone_number"))
    visit.expect_equal(
        "of a taken number", visit.shown("#field-phone_number-problem"),
        "Another recipient has this number; change that one instead",
    )  # fmt: skip
    visit.fill("phone_number", "+14155550005")
    visit.strike("Enter")
    visit.wait("that it was changed", "document.querySelector('.notice')?.innerText === 'Barbara was changed.'")
    held = colleague.ask("GET", f"/v1/recipients/{recipient}")
    visit.expect_equal("a number after a conflict", held["phone_number"], "+14155550005")


def edits_an_alert_too_late(visit: Visit, colleague: Colleague) -> None:
    """An edit is saved; the next one comes after the alert was cancelled, and is not offered again."""
    alert = colleague.alert("Lift is stuck")
    visit.browser.evaluate(f"location.hash = '#/alerts/{alert}/edit'")
    visit.wait("the alert's form", "document.querySelector('[name=title]')?.value === 'Lift is stuck'")
    visit.fill("title", "Lift 2 is stuck")
    visit.strike("Enter")
    visit.wait("that it was changed", "document.querySelector('.notice')?.innerText === 'The alert was changed.'")
    visit.expect_equal("an alert after an edit", colleague.ask("GET", f"/v1/alerts/{alert}")["title"], "Lift 2 is stuck")
    visit.press(".head a.button")
    visit.wait("the form again", "document.querySelector('[name=title]')?.value === 'Lift 2 is stuck'")
    colleague.ask("DELETE", f"/v1/alerts/{alert}")
    visit.fill("title", "Lift 3 is stuck")
    visit.strike("Enter")
    visit.wait("what happened", f"document.querySelector('{RELOAD}')")
    visit.strike("Enter")
    visit.wait("that it is too late", "document.querySelector('.notice')?.innerText.includes('is cancelled')")
    visit.expect("a form is offered that can't be saved", "!document.querySelector('form')")
    visit.look("too-late")
    visit.expect_equal("an alert after a late edit", colleague.ask("GET", f"/v1/alerts/{alert}")["title"], "Lift 2 is stuck")


def ask_to_cancel(visit: Visit, alert: str, title: str) -> None:
    visit.browser.evaluate(f"location.hash = '#/alerts/{alert}'")
    visit.wait("the alert", f"document.querySelector('h1')?.innerText === '{title}'")
    visit.wait("the button that cancels", "document.querySelector('.head button:not([hidden])')")
    visit.focus(".head button")
    visit.strike("Enter")
    visit.wait("the question", "document.querySelector('dialog[open]')")


def cancels_what_was_changed(visit: Visit, colleague: Colleague) -> None:
    """What is cancelled is what the person saw; where there is nothing left to cancel, no more is asked."""
    alert = colleague.alert("Gate is open")
    ask_to_cancel(visit, alert, "Gate is open")
    visit.strike("Escape")
    visit.wait("the end of the question", "!document.querySelector('dialog[open]')")
    visit.expect_equal("after Escape", colleague.ask("GET", f"/v1/alerts/{alert}")["status"], "queued")
    ask_to_cancel(visit, alert, "Gate is open")
    colleague.change(f"/v1/alerts/{alert}", title="Gate 7 is open")
    visit.press("#confirm-yes")
    visit.wait("what happened", "document.querySelector('#trouble p')?.innerText.includes('cancel again')")
    visit.wait("the alert as it is", "document.querySelector('h1').innerText === 'Gate 7 is open'")
    visit.expect_equal("after a change", colleague.ask("GET", f"/v1/alerts/{alert}")["status"], "queued")
    ask_to_cancel(visit, alert, "Gate 7 is open")
    colleague.ask("DELETE", f"/v1/alerts/{alert}")
    visit.press("#confirm-yes")
    visit.wait("that others cancelled it", "document.querySelector('#trouble p')?.innerText.includes('is cancelled; there is nothing left')")
    visit.expect("cancelling again is advised in vain", "!document.querySelector('#trouble p').innerText.includes('cancel again')")
    visit.expect("cancelling is offered in vain", "document.querySelector('.head button').hidden")


def cancels_too_late(visit: Visit, colleague: Colleague, data) -> None:
    """An alert that is completed under the very version that the person sees."""
    alert = colleague.alert("Tap drips")
    ask_to_cancel(visit, alert, "Tap drips")
    with sqlite3.connect(data / "alerts.sqlite") as database:
        changed = database.execute(
            "UPDATE alerts SET status = 'completed' WHERE alert_id = ?", (alert,)
        ).rowcount
    visit.expect_equal("alerts that were completed", changed, 1)
    visit.press("#confirm-yes")
    visit.wait("the conflict", "document.querySelector('#trouble p')?.innerText.includes('nothing left to cancel')")
    visit.wait("the alert as it is", "document.querySelector('dd .pill')?.innerText === 'Completed'")
    visit.expect("cancelling is offered in vain", "document.querySelector('.head button').hidden")
