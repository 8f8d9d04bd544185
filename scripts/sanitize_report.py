"""What the thread sanitizer has found, by the place in our sources where it was.

It does not see that Swift's `Mutex` puts accesses in order, because that is built on the kernel's futex and
not on pthread's locks. So a pair of accesses that both stand in closures given to a `Mutex` is no finding.
"""

import argparse
import collections
import pathlib
import re
import sys

import evidence

KIND = re.compile(r"WARNING: ThreadSanitizer: (.+?) \(pid=")
FRAME = re.compile(r"#\d+ .*? (/\S+?:\d+)")
ACCESS = re.compile(r"^ *(?:previous )?(?:\w+ )*(?:access|read|write)\b.* by (?:main )?thread", re.I | re.M)
# A closure that takes an `inout sending` value, as `Mutex.withLock` does, in a mangled name.
IN_MUTEX = re.compile(r"zYu\w*?YTXEfU")
# What the sanitizer takes for an access, and is none: a part of a mangled name, and why.
KNOWN = {
    "Alerts10IdentifierV2at5using": "a generator of random numbers that has no storage",
}


def findings(reports: list[str], project: str) -> collections.Counter[tuple[str, str]]:
    """How often each kind of finding was seen, and the first place of ours that it names."""
    found: collections.Counter[tuple[str, str]] = collections.Counter()
    for text in reports:
        for block in text.split("=================="):
            kind = KIND.search(block)
            if kind and not _is_ordered(block) and not any(name in block for name in KNOWN):
                found[kind[1], _place(block, project)] += 1
    return found


def _is_ordered(block: str) -> bool:
    accesses = [part for part in re.split(r"\n\s*\n", block) if ACCESS.search(part)]
    return len(accesses) == 2 and all(IN_MUTEX.search(access) for access in accesses)


def _place(block: str, project: str) -> str:
    places = FRAME.findall(block)
    ours = [place for place in places if place.startswith((f"{project}/Sources/", f"{project}/Tests/"))]
    place = (ours or places or ["an unknown place"])[0]
    return place.removeprefix(f"{project}/")


def page(found: collections.Counter[tuple[str, str]], log: str, passed: bool) -> str:
    """The evidence as Markdown. Raises ValueError where no test ran."""
    ran = re.findall(r"Test run with (\d+) tests?", log)
    if not ran or int(ran[-1]) == 0:
        raise ValueError("no test ran")
    verdict = "all of which passed" if passed else "**some of which failed**"
    lines = [f"\n{ran[-1]} tests ran, {verdict}; so did the services that they start.\n"]
    if not found:
        lines.append(
            "Nothing was found but pairs of accesses that stand under a `Mutex`, whose order it does not "
            "see.\nA race that is planted is found, before each run.\n"
        )
    for (kind, place), count in sorted(found.items()):
        lines.append(f"- **{kind}** at {place}, {count} times")
    return "\n".join(lines) + ("\n" if found else "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--status", type=int, required=True)
    parser.add_argument("--evidence", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    reports = [path.read_text(errors="replace") for path in arguments.folder.glob("race.*")]
    found = findings(reports, str(pathlib.Path.cwd()))
    log = (arguments.folder / "tests.log").read_text(errors="replace")
    text = page(found, log, passed=arguments.status == 0)
    head = evidence.heading("What the thread sanitizer has found", "make sanitize")
    arguments.evidence.write_text(head + text)
    print(text)
    return arguments.status or (1 if found else 0)


if __name__ == "__main__":
    sys.exit(main())
