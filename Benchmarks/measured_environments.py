"""What the measured fleet is, for the programs that it is compared with.

`Benchmarks/MeasuredFleet` makes environments that are production under other names. The programs of
this folder start from what the generator wrote for the first of them, once with two cells and once
with one, so that they can't make less than we do.
"""

import json
import pathlib

# What stands in the files of environment 0, and what stands there in environment number N; longer
# texts before those that they hold.
NAMES = {
    "cell-use1-000": "cell-use1-{suffix}",
    "cell-usw1-000": "cell-usw1-{suffix}",
    "cell_use1_000": "cell_use1_{suffix}",
    "cell_usw1_000": "cell_usw1_{suffix}",
    "measured-000": "measured-{suffix}",
    "m000.example.com": "m{suffix}.example.com",
    "000000000001": "{account}",
}


def names(number: int) -> dict[str, str]:
    """What takes the place of the names of environment 0 in environment `number`."""
    facts = {"suffix": f"{number:03}", "account": f"{number + 1:012}"}
    return {old: new.format(**facts) for old, new in NAMES.items()}


def environments(cells: int) -> list[tuple[int, int]]:
    """The environments of so many cells: their number, and how many cells each has."""
    return [(number, min(2, cells - 2 * number)) for number in range((cells + 1) // 2)]


class Template:
    """The Terraform of environment 0 with so many cells."""

    def __init__(self, folder: str, cells: int) -> None:
        terraform = pathlib.Path(folder, str(cells), "measured-000", "terraform")
        # Files by name, by the folder of their root.
        self.roots: dict[str, dict[str, dict]] = {}
        for path in sorted(terraform.rglob("*.tf.json")):
            root = str(path.parent.relative_to(terraform))
            self.roots.setdefault(root, {})[path.name] = json.loads(path.read_text())
        if not self.roots:
            raise SystemExit(f"error: {terraform} holds no Terraform; generate it first")


def renamed(text: str, number: int) -> str:
    """A text of environment 0 as it stands in environment `number`."""
    for old, new in names(number).items():
        text = text.replace(old, new)
    return text
