"""Starts the application with data of its own, and sends it what its description allows and forbids.

Every check of schemathesis must hold, every operation must have succeeded at least once, and no answer
may be the server's mistake.
"""

import argparse
import collections
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import urllib.request

import laptop

HERE = pathlib.Path(__file__).resolve().parent
DELIVERY = ("alert_1a", "recip_1a#sms")


def prepare(data):
    """Lifts the rate of the keys and adds a delivery; Twilio's token."""
    laptop.lift_rates(data)
    attributes = {
        "status": "claimed",
        "phone_number": "+14155550123",
        "home_cell": "laptop",
        "updated_at": "2026-01-01T00:00:00.000Z",
    }
    with sqlite3.connect(data / "tables.sqlite") as tables:
        tables.execute(
            "INSERT INTO items (table_name, partition_key, sort_key, version, attributes)"
            " VALUES ('deliveries', ?, ?, 1, ?)",
            (*DELIVERY, json.dumps(attributes)),
        )
    return json.loads((data / "secrets/twilio").read_text())["auth_token"]


def problems(seen, base):
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


def main():
    """Runs it all; the exit status says whether everything held."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bizcomms", required=True, help="the application's program")
    parser.add_argument("--examples", type=int, default=25, help="cases for each operation")
    arguments = parser.parse_args()
    with laptop.running(arguments.bizcomms) as application:
        token = prepare(application.data)
        seen = application.data / "seen"
        seen.touch()
        tool = pathlib.Path(sys.executable).parent / "schemathesis"
        environment = os.environ | {
            "SCHEMATHESIS_HOOKS": str(HERE / "api/hooks.py"),
            "API_CHECK_SEEN": str(seen),
            "API_CHECK_TOKEN": token,
            "API_CHECK_DELIVERY": ".".join((DELIVERY[0], *DELIVERY[1].split("#"))),
        }
        result = subprocess.run(
            [tool, "--config-file", HERE / "api/schemathesis.toml", "run",
             f"{application.base}/openapi.json", "--header", f"X-API-Key: {application.key}",
             "--checks", "all", "--max-examples", str(arguments.examples), "--seed", "1",
             "--no-color"],
            cwd=application.data, env=environment, check=False,
        )  # fmt: skip
        found = list(problems(seen, application.base))
    if result.returncode:
        found.append("schemathesis has found something, see above")
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
