"""Checks every page of out/: the document, its commands, and what it looks like in a browser."""

import pathlib
import sys

from pages import appearance, commands, document
from pages.browser import Browser
from pages.looks import LOOKS

PROGRAM = "chromium-headless-shell"


def main() -> int:
    """Prints what is wrong, and returns the exit status."""
    pages = sorted(pathlib.Path("out").glob("*/overview.html"))
    if not pages:
        print("error: out/ holds no page", file=sys.stderr)
        return 1
    found = []
    with Browser(PROGRAM) as browser:
        for page in pages:
            wrong = document.problems(page)
            wrong += [it for block in document.commands(page) for it in commands.problems(block)]
            wrong += appearance.problems(browser, page)
            found += [f"{page}: {problem}" for problem in wrong]
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    print(f"{len(pages)} pages, each in {len(LOOKS)} looks; {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
