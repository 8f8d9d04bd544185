"""Pictures of a page as people see it: `page_shots.py <page> <folder>`; to be looked at, not compared."""

import base64
import pathlib
import sys

from pages.browser import Browser
from pages.looks import LOOKS, show


def main() -> int:
    """Writes a picture for each look, and a PDF."""
    page, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    with Browser("chromium-headless-shell") as browser:
        browser.open(page)
        for look in LOOKS:
            show(browser, look)
            size = browser.call("Page.getLayoutMetrics")["cssContentSize"]
            steps = range(0, int(size["height"]), 4000)
            for number, top in enumerate(steps):
                clip = {"x": 0, "y": top, "width": look.width, "height": min(4000, size["height"] - top)}
                shot = browser.call(
                    "Page.captureScreenshot", clip={**clip, "scale": 1}, captureBeyondViewport=True
                )
                name = f"{look.name}-{number:02}.png"
                (folder / name).write_bytes(base64.b64decode(shot["data"]))
        pdf = browser.call("Page.printToPDF", preferCSSPageSize=False, printBackground=True)
        (folder / "print.pdf").write_bytes(base64.b64decode(pdf["data"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
