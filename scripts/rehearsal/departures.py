"""In what the emulator is not AWS, as scripts/rehearse-emulator.txt lists it."""

import dataclasses
import pathlib

from rehearsal.failure import Failure


@dataclasses.dataclass
class Departures:
    """What each verb of the list names, with the reason; and which entries a run has needed."""

    emulator: str
    leave_out: dict[str, str]
    differs: dict[str, str]
    ignore: dict[str, str]
    needed: set[str] = dataclasses.field(default_factory=set)

    def unneeded(self) -> list[str]:
        """The entries that nothing in the run needed."""
        entries = {f"differs {name}" for name in self.differs}
        entries |= {f"ignore {name}" for name in self.ignore}
        entries |= {f"leave-out {name}" for name in self.leave_out}
        return sorted(entries - self.needed)

    def stale(self, environment: str, kinds: dict[str, set[str]]) -> list[str]:
        """The entries that have to go: the emulator has become better, or the roots no longer hold
        what they are about.

        An entry is judged in one environment: the first of those whose resource types are given
        that holds the entry's, or the very first.
        """
        def judge(entry: str) -> str:
            kind = entry.split(" ")[1].split(".")[0]
            return next((name for name in kinds if kind in kinds[name]), next(iter(kinds)))

        return [entry for entry in self.unneeded() if judge(entry) == environment]


def read(file: pathlib.Path) -> Departures:
    """Reads the list: `verb type[.argument] | reason` a line, and the emulator it holds for."""
    found: dict[str, dict[str, str]] = {"leave-out": {}, "differs": {}, "ignore": {}}
    emulator = ""
    for number, line in enumerate(file.read_text().splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line.startswith("emulator "):
            emulator = line.removeprefix("emulator ")
            continue
        rule, separator, reason = line.partition(" | ")
        verb, _, name = rule.partition(" ")
        if verb not in found or not separator or not reason or name in found[verb]:
            raise Failure(f"{file.name}:{number}: not a new `verb name | reason`: {line}")
        found[verb][name] = reason
    if not emulator:
        raise Failure(f"{file.name}: names no emulator; write `emulator ministack <version>`")
    return Departures(emulator, found["leave-out"], found["differs"], found["ignore"])
