"""Drives the operator page in a browser, as a person would, and judges what it shows.

The application runs for it, with data of its own.
"""

import argparse
import pathlib
import sys
import tempfile

import laptop
from failure import Failure
from operator_page.colleague import Colleague
from operator_page.editing import edits
from operator_page.lists import finds
from operator_page.news import sees_news, survives_a_restart
from operator_page.visit import LOOKS, Visit
from operator_page.writing import writes
from pages.browser import Browser

PROGRAM = "chromium-headless-shell"


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
            laptop.lift_rates(application.data)
            for domain in ("Page", "Network", "Log", "Runtime"):
                browser.call(f"{domain}.enable")
            visit = Visit(browser, application.base, folder)
            colleague = Colleague(application.base, application.key)
            try:
                writes(visit, application.key)
                sees_news(visit, colleague)
                edits(visit, colleague, application.data)
                finds(visit, colleague)
                survives_a_restart(visit, colleague, application)
            except Failure as failure:
                visit.problems.append(str(failure))
            visit.read_events()
    for problem in dict.fromkeys(visit.problems):
        print(f"error: {problem}", file=sys.stderr)
    print(f"the operator page in {len(LOOKS)} looks; {len(visit.problems)} problems")
    return 1 if visit.problems else 0


if __name__ == "__main__":
    sys.exit(main())
