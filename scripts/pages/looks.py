"""The ways in which people look at a page."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Look:
    """One way: how wide, by which light, on what."""

    name: str
    width: int
    height: int
    scheme: str = "light"
    medium: str = "screen"


LOOKS = (
    Look("phone", 360, 740),
    Look("phone-dark", 360, 740, scheme="dark"),
    Look("desk", 1280, 900),
    Look("desk-dark", 1280, 900, scheme="dark"),
    Look("paper", 794, 1123, medium="print"),
)


def show(browser, look: Look) -> None:
    """Makes the page look so, and waits until it is laid out."""
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        width=look.width,
        height=look.height,
        deviceScaleFactor=1,
        mobile=look.width < 500,
    )
    browser.call(
        "Emulation.setEmulatedMedia",
        media=look.medium,
        features=[{"name": "prefers-color-scheme", "value": look.scheme}],
    )
    browser.evaluate("document.body.offsetHeight")
