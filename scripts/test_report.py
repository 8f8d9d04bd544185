"""The table at the end of `make test`: what ran, what did not, and whether that is all right.

A check that did not run must stand in the not-run list with its reason, and an entry of that list
must not have run. The last line printed is `N passed, N failed, N skipped`.
"""

import argparse
import dataclasses
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

# What a check exits with to say that it cannot run here; the convention of automake.
CANNOT_RUN = 77


@dataclasses.dataclass
class Row:
    """One line of the table."""

    name: str
    result: str  # "passed", "failed" or "not run"
    seconds: float | None = None  # none for tests, which run side by side
    detail: str = ""


@dataclasses.dataclass(frozen=True)
class Run:
    """One run of `swift test`: a check whose tests are counted one by one."""

    name: str
    tests: str  # the xUnit file of Swift Testing, or nothing where there is none
    log: str  # what it printed


@dataclasses.dataclass
class Report:
    """Everything that one run of the tests has shown."""

    rows: list[Row]
    passed: int
    failed: int
    skipped: int
    problems: list[str]
    warnings: list[str] = dataclasses.field(default_factory=list)  # they fail nothing

    def last_line(self) -> str:
        failed = self.failed + len(self.problems)
        return f"{self.passed} passed, {failed} failed, {self.skipped} skipped"

    def succeeded(self) -> bool:
        return self.failed == 0 and not self.problems and self.passed > 0


def report(
    records: str, runs: list[Run], expected: list[str], modules: list[str], not_run: str
) -> Report:
    """Judges what ran.

    records: lines `check<TAB>exit status<TAB>milliseconds`; expected: the checks that there are; modules:
    the test targets that there are; not_run: lines `name | reason`.
    """
    result = Report([], 0, 0, 0, [])
    missing: dict[str, str] = {}
    ran: set[str] = set()
    _judge_checks(result, records, expected, {run.name for run in runs}, missing, ran)
    _judge_tests(result, runs, modules, missing, ran)
    _judge_what_did_not_run(result, missing, ran, not_run)
    result.warnings = [warning for run in runs for warning in _warnings(run.log)]
    return result


def _warnings(log: str) -> list[str]:
    """What tests recorded as warnings: the line below the one that says so, without its arrow."""
    lines = re.sub(r"\x1b\[[0-9;]*m", "", log).splitlines()
    return [
        below.removeprefix("↳").strip()
        for line, below in zip(lines, lines[1:])
        if " recorded a warning " in line and below.startswith("↳")
    ]


def _judge_checks(
    result: Report, records: str, expected: list[str], counted: set[str], missing, ran
) -> None:
    done = {}
    for line in records.splitlines():
        name, status, milliseconds = line.split("\t")
        done[name] = (int(status), int(milliseconds) / 1000)
    for name in expected:
        status, seconds = done.get(name, (CANNOT_RUN, 0))
        if status == CANNOT_RUN:
            missing[name] = "did not run"
            continue
        ran.add(name)
        outcome = "passed" if status == 0 else "failed"
        result.rows.append(Row(name, outcome, seconds, "" if status == 0 else f"status {status}"))
        if name not in counted:
            result.passed += status == 0
            result.failed += status != 0


def _cases(run: Run) -> list[xml.Element]:
    try:
        return list(xml.fromstring(run.tests).iter("testcase")) if run.tests else []
    except xml.ParseError:  # what a crash leaves
        return []


def _judge_run(result: Report, run: Run, cases: list[xml.Element]) -> None:
    """Whether its file has all of its tests, and a failure of its own has a failed test."""
    printed = re.findall(r"Test run with (\d+) tests? in \d+ suites?", run.log)
    if not cases:
        result.problems.append(f"{run.name} ran no test")
    elif [int(count) for count in printed] != [len(cases)]:
        result.problems.append(f"{run.name} printed {printed} as count, its file has {len(cases)}")
    ended = [row for row in result.rows if row.name == run.name and row.result == "failed"]
    if ended and not any(case.find("failure") is not None for case in cases):
        result.problems.append(f"{run.name} ended with {ended[0].detail}, but no test failed")


def _judge_tests(result: Report, runs: list[Run], modules, missing, ran) -> None:
    by_module: dict[str, list[xml.Element]] = {module: [] for module in modules}
    for run in runs:
        cases = _cases(run)
        _judge_run(result, run, cases)
        for case in cases:
            by_module.setdefault(case.get("classname", "").split(".")[0], []).append(case)
    for module, found in sorted(by_module.items()):
        failed = [case for case in found if case.find("failure") is not None]
        skipped = [case for case in found if case.find("skipped") is not None]
        passed = len(found) - len(failed) - len(skipped)
        for case in skipped:
            name = f"{case.get('classname')}/{case.get('name')}"
            missing[name] = (case.findtext("skipped") or "skipped").strip()
        if passed or failed:
            ran.add(module)
            detail = f"{passed} passed, {len(failed)} failed, {len(skipped)} skipped"
            outcome = "failed" if failed else "passed"
            result.rows.append(Row(module, outcome, None, detail))
        else:
            missing[module] = "no test ran"
        result.passed += passed
        result.failed += len(failed)


def _judge_what_did_not_run(result: Report, missing, ran, not_run: str) -> None:
    reasons = {}
    for line in not_run.splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, reason = line.rpartition(" | ")
            if not name or not reason.strip():
                result.problems.append(f"Tests/not-run.txt: no `name | reason`: {line}")
            reasons[name.strip()] = reason.strip()
    for name, cause in sorted(missing.items()):
        result.rows.append(Row(name, "not run", None, reasons.get(name, cause)))
        result.skipped += 1
        if name not in reasons:
            result.problems.append(f"{name} did not run ({cause}): Tests/not-run.txt has no reason")
    for name in sorted(set(reasons) - set(missing)):
        state = "ran" if name in ran else "is no check"
        result.problems.append(f"Tests/not-run.txt names {name}, which {state}")


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table that also reads well in a terminal."""
    cells = [["check", "result", "seconds", "detail"]]
    for row in rows:
        seconds = "" if row.seconds is None else f"{row.seconds:.1f}"
        cells.append([row.name, row.result, seconds, row.detail])
    widths = [max(len(line[column]) for line in cells) for column in range(4)]
    lines = ["| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def main() -> int:
    """Reads the records of a run, prints the table, and returns the exit status."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--records", type=pathlib.Path, required=True)
    arguments.add_argument("--evidence", type=pathlib.Path)
    arguments.add_argument("--run", action="append", required=True, help="a check that runs tests")
    arguments.add_argument("checks", nargs="+")
    options = arguments.parse_args()

    def text(path: pathlib.Path) -> str:
        return path.read_text() if path.exists() else ""

    judged = report(
        records=text(options.records / "checks.tsv"),
        runs=[
            Run(
                name,
                text(options.records / f"{name}-swift-testing.xml"),
                text(options.records / f"{name}.log"),
            )
            for name in options.run
        ],
        expected=options.checks,
        modules=sorted({file.parts[1] for file in pathlib.Path("Tests").glob("*Tests/**/*.swift")}),
        not_run=text(pathlib.Path("Tests/not-run.txt")),
    )
    body = f"\n{table(judged.rows)}\n\n"
    body += "".join(f"warning: {warning}\n\n" for warning in judged.warnings)
    body += "".join(f"problem: {problem}\n\n" for problem in judged.problems)
    if options.evidence:
        import evidence

        options.evidence.parent.mkdir(parents=True, exist_ok=True)
        head = evidence.heading("What `make test` showed", "make test EVIDENCE=1")
        options.evidence.write_text(f"{head}{body}{judged.last_line()}\n")
    print(f"{body}{judged.last_line()}")
    return 0 if judged.succeeded() else 1


if __name__ == "__main__":
    sys.exit(main())
