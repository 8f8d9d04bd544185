"""What the measured fleet is, for the programs that it is compared with.

`Benchmarks/MeasuredFleet` makes environments that are production under other names. The programs of
this folder start from the committed files of production, so that they can't make less than we do.
"""

import json
import pathlib

PRODUCTION = pathlib.Path("out/production/terraform")

# What stands in production's files, and what stands there in environment number N; longer texts
# before those that they hold.
NAMES = {
    "cell-use1-01": "cell-use1-{suffix}",
    "cell-usw1-01": "cell-usw1-{suffix}",
    "api.bizcomms.example.com": "api.m{suffix}.example.com",
    "bizcomms.example.com": "m{suffix}.example.com",
    "123456789012": "{account}",
    "production": "measured-{suffix}",
}
# Not the name of the zone: it is on call for every environment.
KEPT = "oncall@bizcomms.example.com"

STANDBY = "cells/cell-usw1-01"


def names(number: int) -> dict[str, str]:
    """What takes the place of production's names in environment `number`."""
    facts = {"suffix": f"{number:03}", "account": f"{number + 1:012}"}
    return {old: new.format(**facts) for old, new in NAMES.items()}


def roots(cells: int) -> list[tuple[int, str]]:
    """The roots of so many cells, as number of the environment and folder in production.

    Of an odd number, the last environment has no standby.
    """
    folders = sorted({str(path.parent.relative_to(PRODUCTION)) for path in files()})
    return [
        (number, folder)
        for number in range((cells + 1) // 2)
        for folder in folders
        if folder != STANDBY or 2 * number + 2 <= cells
    ]


def files() -> list[pathlib.Path]:
    """Production's Terraform files."""
    return sorted(PRODUCTION.rglob("*.tf.json"))


def read(folder: str) -> dict[str, dict]:
    """The files of one of production's roots, by name."""
    return {
        path.name: json.loads(path.read_text())
        for path in files()
        if path.parent == PRODUCTION / folder
    }


def renamed(text: str, number: int) -> str:
    """A text of production's as it stands in environment `number`."""
    parts = text.split(KEPT)
    for old, new in names(number).items():
        parts = [part.replace(old, new) for part in parts]
    return KEPT.join(parts)
