"""Scans every generated root with checkov.

What it finds is a failure unless scripts/checkov-skips.txt says why it stays, and so is an entry
there that nothing needs, a root of which checkov judged nothing, and a weakness that was seeded and
is not found.
"""

import argparse
import pathlib
import sys
import time

import roots
from failure import Failure
from scanning import scanner, seeds, skips
from scanning.scan import Scan


def judge(scans: list[Scan], listed: skips.Skips) -> list[str]:
    """What is wrong with the roots, with the scans, or with the list."""
    if not scans:
        return ["found no root"]
    found = [problem for scan in scans for problem in scan.problems()]
    for scan in scans:
        found += [
            f"{scan.root.file(finding.address)}: {finding.address}: {finding.check}: {finding.name}"
            for finding in scan.failed if not listed.covers(scan, finding)
        ]
    return sorted(found) + listed.stale()


def prove(scans: list[Scan], checkov: scanner.Scanner) -> list[str]:
    """Whether checkov finds what is seeded."""
    found = []
    by_name = {scan.name: scan for scan in scans}
    for name in sorted({seed.root for seed in seeds.ALL}):
        if name not in by_name:
            found.append(f"{name}: there is no such root to seed weaknesses into")
            continue
        here = [seed for seed in seeds.ALL if seed.root == name]
        sound = by_name[name]
        found += seeds.problems(here, sound, checkov.scan(seeds.planted(sound.root, here)))
    return found


def main() -> None:
    """Prints every problem, or what was scanned."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--out", type=pathlib.Path, default=pathlib.Path("out"))
    arguments.add_argument("--skips", type=pathlib.Path,
                           default=pathlib.Path("scripts/checkov-skips.txt"))
    options = arguments.parse_args()
    try:
        listed = skips.read(options.skips)
        checkov = scanner.Scanner()
        scans = []
        for root in roots.read(options.out):
            start = time.monotonic()
            scans.append(checkov.scan(root))
            print(f"{scans[-1].name}: {len(scans[-1].passed)} passed, {len(scans[-1].failed)}"
                  f" failed, {time.monotonic() - start:.1f} s", file=sys.stderr)
        problems = judge(scans, listed) + prove(scans, checkov)
    except Failure as failure:
        sys.exit(f"error: {failure}")
    if problems:
        sys.exit("\n".join(f"error: {problem}" for problem in problems))
    total = sum(len(scan.passed) + len(scan.failed) for scan in scans)
    print(f"{len(scans)} roots, {total} checks, {len(listed.reasons)} skips,"
          f" {len(seeds.ALL)} seeded weaknesses found")


if __name__ == "__main__":
    main()
