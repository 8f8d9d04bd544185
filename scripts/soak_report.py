"""What a soak has shown: the lines that the harnesses print, and whether their tests passed."""

import argparse
import pathlib
import re
import sys

import evidence

# What the harnesses print, in the order in which it is shown.
LINES = {
    "kills: ": "Killed at every step",
    "load: ": "Under load",
}


def findings(log: str) -> dict[str, list[str]]:
    """The printed lines by what they begin with."""
    return {
        # Once each: a log may hold what a test prints twice.
        start: list(dict.fromkeys(line for line in log.splitlines() if line.startswith(start)))
        for start in LINES
    }


def page(log: str, passed: bool) -> str:
    """The evidence as Markdown. Raises ValueError where a harness printed nothing."""
    parts = []
    for start, lines in findings(log).items():
        if not lines:
            raise ValueError(f"no line begins with `{start}`: did the harness run?")
        parts.append(f"## {LINES[start]}\n\n" + "".join(f"    {line}\n" for line in lines))
    ran = re.findall(r"Test run with (\d+) tests?", log)
    if not ran or int(ran[-1]) == 0:
        raise ValueError("no test ran")
    verdict = "All of its tests passed." if passed else "**Some of its tests failed.**"
    return f"\n{verdict} The last line of each part is the subject that is found out.\n\n" + "\n".join(
        parts
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--log", type=pathlib.Path, required=True)
    parser.add_argument("--status", type=int, required=True)
    parser.add_argument("--command", required=True)
    parser.add_argument("--evidence", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    text = page(arguments.log.read_text(), passed=arguments.status == 0)
    head = evidence.heading("What `make soak` showed", arguments.command)
    arguments.evidence.write_text(head + text)
    print(text)
    return arguments.status


if __name__ == "__main__":
    sys.exit(main())
