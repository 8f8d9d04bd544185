"""The wildcards that somebody has looked at, each with its reason: scripts/iam-wildcards.txt."""

import dataclasses
import fnmatch
import pathlib

from failure import Failure

VERBS = {
    "action": "a wildcard in an allowed action",
    "any": "an action that is allowed on any resource, though AWS could bind it to some",
    "resource": "a wildcard in the ARN of an allowed resource",
    "unlisted": "a resource that AWS asks about, though the reference lists it for no action there",
    "all-but": "a statement that allows all actions but some",
    "principal": "`*` as a principal, without a condition that says who",
    "service": "an AWS service that may act without a condition that says for whom",
    "subject": "a wildcard in the subject of a token that may take a role",
}


@dataclasses.dataclass(frozen=True)
class Entry:
    """One thing that is allowed, in every policy that `where` matches."""

    where: str
    verb: str
    what: str


@dataclasses.dataclass
class Explained:
    """The entries of the list, and which of them something has needed."""

    name: str
    reasons: dict[Entry, str]
    needed: set[Entry] = dataclasses.field(default_factory=set)

    def covers(self, where: str, verb: str, what: str) -> bool:
        """Whether an entry says why; marks every one that does as needed."""
        found = [entry for entry in self.reasons
                 if (entry.verb, entry.what) == (verb, what)
                 and fnmatch.fnmatchcase(where, entry.where)]
        self.needed.update(found)
        return bool(found)

    def stale(self) -> list[str]:
        """A finding for each entry that nothing has needed."""
        return [f"{self.name}: `{entry.where} | {entry.verb} {entry.what}` was not needed:"
                " remove it" for entry in self.reasons if entry not in self.needed]


def read(file: pathlib.Path) -> Explained:
    """Reads the list: `policies | verb thing thing … | reason` a line."""
    found: dict[Entry, str] = {}
    for number, line in enumerate(file.read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where, _, rest = line.partition(" | ")
        what, _, reason = rest.partition(" | ")
        verb, *things = what.split()
        entries = [Entry(where.strip(), verb, thing) for thing in things]
        if verb not in VERBS or not entries or not reason.strip():
            raise Failure(f"{file.name}:{number}: not `policies | verb thing … | reason`, where a"
                          f" verb is one of {', '.join(VERBS)}: {line}")
        for entry in entries:
            if entry in found:
                raise Failure(f"{file.name}:{number}: {entry.verb} {entry.what} stands there twice")
            found[entry] = reason.strip()
    return Explained(file.name, found)
