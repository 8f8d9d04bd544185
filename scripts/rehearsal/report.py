"""What a rehearsal has found, as Markdown and as problems."""

import dataclasses

from rehearsal import roots
from rehearsal.faults import Finding


@dataclasses.dataclass
class Report:
    """Filled step by step, so that a run that ends early shows how far it came."""

    emulator: str = ""
    minutes: float = 0
    roots: list = dataclasses.field(default_factory=list)
    refusals: dict[str, str] = dataclasses.field(default_factory=dict)
    checks: dict[str, str] = dataclasses.field(default_factory=dict)
    faults: dict[str, Finding] = dataclasses.field(default_factory=dict)
    edits: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)
    changed: dict[str, str] = dataclasses.field(default_factory=dict)
    # What the first checks say after the change: those that it leaves true, and the others.
    unchanged: dict[str, str] = dataclasses.field(default_factory=dict)
    contradicted: dict[str, str] = dataclasses.field(default_factory=dict)
    destroyed: dict[str, dict[str, int]] = dataclasses.field(default_factory=dict)
    before: dict[str, int] = dataclasses.field(default_factory=dict)
    left: list[str] = dataclasses.field(default_factory=list)
    stale: list[str] = dataclasses.field(default_factory=list)

    def coverage(self) -> tuple[int, int, float]:
        """Resources applied, resources in the roots, and the first in percent of the second."""
        applied = sum(len(root.applied) for root in self.roots)
        written = sum(len(roots.resources(root.written)) for root in self.roots)
        return applied, written, 100 * applied / written if written else 0

    def problems(self, least_percent: int) -> list[str]:
        """Why the run as a whole has failed; empty if it has not."""
        found = []
        applied, written, percent = self.coverage()
        if percent < least_percent:
            found.append(f"{applied} of {written} resources were applied: {percent:.1f} %,"
                         f" less than {least_percent} %")
        found += [f"a second plan of {root.name} would change {text}"
                  for root in self.roots for text in root.wrong]
        for results, when in ((self.checks, ""), (self.changed, "after the change, "),
                              (self.unchanged, "after the change, ")):
            found += [f"{when}{name}: {fault}" for name, fault in results.items() if fault]
        found += [f"{name}: this passes although the change contradicts it"
                  for name, fault in self.contradicted.items() if not fault]
        for name, finding in self.faults.items():
            if not finding.during:
                found.append(f"{name}: this passes although {finding.fault}")
            if finding.after:
                found.append(f"{name}: repaired, but still {finding.after}")
        found += [f"{region}: nothing was found before destroy: what is left is not seen either"
                  for region, count in self.before.items() if not count]
        found += [f"left after destroy: {name}" for name in self.left]
        found += [f"`{entry}` of scripts/rehearse-emulator.txt was not needed: remove it"
                  for entry in self.stale]
        return found

    def text(self) -> str:
        """The body of the evidence."""
        applied, written, percent = self.coverage()
        lines = [f"- emulator: {self.emulator}",
                 f"- applied: {applied} of {written} resources, {percent:.1f} %",
                 f"- took: {self.minutes:.0f} minutes", ""]
        lines += _table(
            ["root", "resources", "applied", "left out", "seconds"],
            [[root.name, len(roots.resources(root.written)), len(root.applied),
              len(root.left_out), f"{root.seconds:.0f}"] for root in self.roots],
        )
        lines += _section("Left out", {
            f"{root.name}: {address}": reason
            for root in self.roots for address, reason in root.left_out.items()
        })
        lines += _section("Tried nevertheless, and refused by the emulator", self.refusals)
        lines += _list("A second plan differs in", [
            f"{root.name}: {text}" for root in self.roots for text in root.differs
        ])
        lines += _list("Ignored, because the emulator keeps them otherwise", [
            f"{root.name}: {text}" for root in self.roots for text in root.ignored
        ])
        lines += _section("Checked through the AWS API", _passed(self.checks))
        lines += _section("Failed while something was made wrong, and passed again once repaired", {
            name: f"while {finding.fault}: {finding.during}"
            for name, finding in self.faults.items()
        })
        lines += _section("Changed; the plan updated exactly these", {
            f"{name}: {address}": text
            for name, edits in self.edits.items() for address, text in edits.items()
        })
        lines += _section("Checked after the change", _passed(self.changed))
        kept = sum(not fault for fault in self.unchanged.values())
        if self.unchanged:
            lines += [f"Of the other checks {kept} of {len(self.unchanged)} still pass."]
        lines += _section("No longer true after the change, and found to be", self.contradicted)
        if self.destroyed:
            lines += ["## Destroyed, after guards were taken off and buckets emptied", ""]
            lines += _table(
                ["root", "resources", "guards off", "versions deleted from buckets"],
                [[name, *counts.values()] for name, counts in self.destroyed.items()],
            )
            before = ", ".join(f"{count} in {region}" for region, count in self.before.items())
            lines += ["", f"Found by asking every service for its list: {before};"
                          f" afterwards: {', '.join(self.left) or 'nothing'}."]
        return "\n".join(lines).rstrip() + "\n"


def _passed(results: dict[str, str]) -> dict[str, str]:
    return {name: f"FAILED: {fault}" if fault else "passed" for name, fault in results.items()}


def _table(head: list[str], rows: list[list]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(str(cell) for cell in line) + " |" for line in lines]


def _list(title: str, items: list[str]) -> list[str]:
    return ["", f"## {title}", "", *[f"- {item}" for item in items], ""] if items else []


def _section(title: str, items: dict[str, str]) -> list[str]:
    return _list(title, [f"{name}: {text}" for name, text in items.items()])
