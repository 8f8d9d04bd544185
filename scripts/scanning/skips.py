"""The findings of checkov that somebody has looked at, each with its reason:
scripts/checkov-skips.txt."""

import dataclasses
import fnmatch
import pathlib

from failure import Failure
from scanning.scan import Finding, Scan


@dataclasses.dataclass(frozen=True)
class Skip:
    """One check, for the resources that `where` matches."""

    check: str
    where: str


@dataclasses.dataclass
class Skips:
    """The entries of the list, and which of them some finding has needed."""

    name: str
    reasons: dict[Skip, str]
    needed: set[Skip] = dataclasses.field(default_factory=set)

    def covers(self, scan: Scan, finding: Finding) -> bool:
        """Whether an entry says why; marks every one that does as needed."""
        root = scan.root
        where = f"{root.environment}/{root.kind}/{root.general(finding.address)}"
        found = [skip for skip in self.reasons
                 if skip.check == finding.check and fnmatch.fnmatchcase(where, skip.where)]
        self.needed.update(found)
        return bool(found)

    def stale(self) -> list[str]:
        """A problem for each entry that no finding has needed."""
        return [f"{self.name}: `{skip.check} | {skip.where}` was not needed: remove it"
                for skip in self.reasons if skip not in self.needed]


def read(file: pathlib.Path) -> Skips:
    """Reads the list: `check | environment/kind of root/address | reason` a line."""
    found: dict[Skip, str] = {}
    for number, line in enumerate(file.read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        check, where, reason = (line.split(" | ", 2) + ["", ""])[:3]
        skip = Skip(check.strip(), where.strip())
        if not skip.check.startswith("CKV") or where.count("/") != 2 or not reason.strip():
            raise Failure(f"{file.name}:{number}: not `check | environment/root/address | reason`:"
                          f" {line}")
        if skip in found:
            raise Failure(f"{file.name}:{number}: {skip.check} of {skip.where} stands there twice")
        found[skip] = reason.strip()
    return Skips(file.name, found)
