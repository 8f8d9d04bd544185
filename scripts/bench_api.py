"""Measures the alert API beside its peer and writes an evidence page."""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from api_bench import cell as cells
from api_bench import conformance, page, services
from cell import processes

LOADS = ("list", "get", "status", "create_alert", "create_recipient")


def load(running, kind: str, seconds: int, connections: int, number: int) -> dict:
    """Sends one kind of request for so long; what came of it."""
    script = pathlib.Path(__file__).parent / "api_bench/load.lua"
    command = [
        "wrk", "--threads", "1", "--timeout", "10s", "--connections", str(connections), "--duration", f"{seconds}s",
        "--script", str(script), running.base, "--", kind, cells.KEY, cells.ALERT, str(number),
    ]  # fmt: skip
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads(output.splitlines()[-1])


def measure(running, cell, kind: str, options, number: int) -> dict:
    """One kind of request: some to warm up, then those that count."""
    load(running, kind, options.warm_up, options.connections, number)
    before = processes.cpu_seconds(running.process)
    database_before = processes.cpu_seconds(cell.database.process)
    result = load(running, kind, options.seconds, options.connections, number + 1_000_000)
    used = processes.cpu_seconds(running.process) - before
    database = processes.cpu_seconds(cell.database.process) - database_before
    if result["failed"]:
        sys.exit(f"error: {kind}: {result['failed']} requests failed: {result}")
    thousands = result["requests"] / 1000
    return result | {
        "requests_per_second": round(result["requests"] / result["seconds"], 1),
        "cpu_seconds_per_1000": round(used / thousands, 4),
        "database_cpu_seconds_per_1000": round(database / thousands, 4),
    }


def check(all_services, cell) -> int:
    """Ends where the peer answers anything differently; how many requests were compared."""
    found = []
    for service in all_services[:2]:
        with services.running(service, cell) as running:
            found.append(conformance.answers(running.base, cell))
    if different := conformance.differences(*found):
        sys.exit("error: the peer does not do the same:\n" + "\n".join(different))
    return len(found[0])


def measure_all(all_services, cell, options) -> list[dict]:
    """Alternating runs of all services; a line for each kind of request, and one for memory."""
    results = []
    for run in range(1, options.runs + 1):
        for service in all_services:
            with services.running(service, cell) as running:
                for index, kind in enumerate(options.loads):
                    number = 4_000_000_000 + 2_000_000 * index
                    result = measure(running, cell, kind, options, number)
                    results.append({"run": run, "service": service.name, "load": kind} | result)
                    print(json.dumps(results[-1]), file=sys.stderr)
                memory = processes.memory_mebibytes(running.process)
                results.append({"run": run, "service": service.name, "load": "memory"} | memory)
                print(json.dumps(results[-1]), file=sys.stderr)
    return results


def main() -> None:
    """Checks that both do the same, measures, prints and writes."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", required=True, help="bizcomms-api, built in release")
    arguments.add_argument("--peer-python", required=True, help="Python with the peer's packages")
    arguments.add_argument("--evidence", type=pathlib.Path, required=True)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--seconds", type=int, default=8)
    arguments.add_argument("--warm-up", type=int, default=2)
    arguments.add_argument("--connections", type=int, default=32)
    arguments.add_argument("--loads", nargs="+", default=LOADS, choices=LOADS)
    arguments.add_argument("--only", help="measure this service alone, and write nothing")
    arguments.add_argument("--note", help="what else ran, for the page")
    options = arguments.parse_args()
    program = str(pathlib.Path(options.program).absolute())
    python = str(pathlib.Path(options.peer_python).absolute())
    load_before = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        with cells.running(pathlib.Path(folder), python, program) as cell:
            all_services = services.all_services(program, python)
            if options.only:
                chosen = [each for each in all_services if options.only in each.name]
                measure_all(chosen, cell, options)
                return
            compared = check(all_services, cell)
            print(f"{compared} requests were answered alike", file=sys.stderr)
            results = measure_all(all_services, cell, options)
    loads = f"{load_before:.1f}, {os.getloadavg()[0]:.1f}"
    page.write(options, results, compared, loads)


if __name__ == "__main__":
    main()
