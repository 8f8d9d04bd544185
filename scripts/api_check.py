"""Runs the API on each of its databases, and sends it what its description allows and forbids.

Every check of schemathesis must hold, every operation must have succeeded at least once on each database,
and no answer may be the server's mistake.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.request

from api import subjects

HERE = pathlib.Path(__file__).resolve().parent


def problems(seen: pathlib.Path, base: str):
    """What is wrong with the answers as a whole."""
    statuses = collections.defaultdict(collections.Counter)
    for line in seen.read_text().splitlines():
        operation, status = json.loads(line)
        statuses[operation][status] += 1
    with urllib.request.urlopen(f"{base}/openapi.json") as answer:
        paths = json.load(answer)["paths"]
    for path, methods in paths.items():
        for method in methods:
            counts = statuses[f"{method.upper()} {path}"]
            print(f"{method.upper():6} {path}: {dict(sorted(counts.items()))}")
            if not any(200 <= status < 300 for status in counts):
                yield f"{method.upper()} {path} has never succeeded"
            for status in counts:
                if status >= 500:
                    yield f"{method.upper()} {path} answered {status}"


def check(subject: subjects.Subject, examples: int) -> list[str]:
    """Runs schemathesis against one; what is wrong."""
    print(f"== on {subject.name}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        seen = pathlib.Path(folder, "seen")
        seen.touch()
        tool = pathlib.Path(sys.executable).parent / "schemathesis"
        environment = os.environ | {
            "SCHEMATHESIS_HOOKS": str(HERE / "api/hooks.py"),
            "API_CHECK_SEEN": str(seen),
            "API_CHECK_TOKEN": subject.token,
            "API_CHECK_DELIVERY": ".".join(
                (subjects.DELIVERY[0], *subjects.DELIVERY[1].split("#"))
            ),
        }
        result = subprocess.run(
            [tool, "--config-file", HERE / "api/schemathesis.toml", "run",
             f"{subject.base}/openapi.json", "--header", f"X-API-Key: {subject.key}",
             "--checks", "all", "--max-examples", str(examples), "--seed", "1", "--no-color"],
            cwd=folder, env=environment, check=False,
        )  # fmt: skip
        found = list(problems(seen, subject.base))
    if result.returncode:
        found.append("schemathesis has found something, see above")
    return [f"on {subject.name}: {problem}" for problem in found]


def main() -> bool:
    """Runs it all; the exit status says whether everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="where Swift built")
    parser.add_argument("--ministack", type=pathlib.Path, required=True, help="the AWS emulator")
    parser.add_argument("--examples", type=int, default=25, help="cases for each operation")
    arguments = parser.parse_args()
    found = []
    with subjects.on_sqlite(arguments.programs / "bizcomms") as subject:
        found += check(subject, arguments.examples)
    with subjects.on_postgresql(arguments.programs / "bizcomms-api", arguments.ministack) as subject:
        found += check(subject, arguments.examples)
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
