"""Measures the delivery worker and its peer: one alert to many recipients, from POST to the last send.

Both get the same cell and run alternately, each three times. Then ours alone delivers an alert to many
more, which must not take more memory.
"""

import argparse
import pathlib
import sys
import time

import evidence
from cell import processes
from worker_bench import cell as cells
from worker_bench import figures

RUNS = 3
# A long poll of a worker that has ended still takes messages at the emulator, for so long.
LONG_POLL_SECONDS = 20


def measure(subject: str, command: list, cell: cells.Cell, recipients: int) -> figures.Figures:
    """Starts a worker, posts an alert, and waits until Twilio has a message for every recipient."""
    log = cell.logs / f"{subject}.log"
    with processes.running(command, cell.environment, log) as child:

        def wait(until, limit: float, problem: str) -> None:
            deadline = time.monotonic() + limit
            while not until():
                if child.poll() is not None or time.monotonic() > deadline:
                    sys.exit(f"error: {subject} {problem}; its log:\n{log.read_text()[-3000:]}")
                time.sleep(0.05)

        # It has read its secrets and polls the queue.
        time.sleep(3)
        before = cell.counts()["accepted"]
        used = processes.cpu_seconds(child.pid)
        began = time.monotonic()
        alert = cell.post(f"{subject} {began}")
        limit = 120 + recipients / 50
        wait(
            lambda: cell.counts()["accepted"] >= before + recipients, limit,
            f"has not sent everything in {limit:.0f} seconds",
        )  # fmt: skip
        seconds = time.monotonic() - began
        wait(lambda: cell.is_completed(alert), 60, "does not complete its alert")
        counts = cell.counts()
        if counts["accepted"] != before + recipients or counts["repeated"]:
            sys.exit(f"error: {subject} sent something twice: {counts}")
        result = figures.Figures(
            subject, recipients, seconds, processes.cpu_seconds(child.pid) - used,
            processes.memory_mebibytes(child.pid)["peak_mib"],
        )  # fmt: skip
    print(result.line, flush=True)
    time.sleep(LONG_POLL_SECONDS + 2)
    return result


def main() -> None:
    """Measures, prints and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--emulator", type=pathlib.Path, required=True)
    parser.add_argument("--recipients", type=int, required=True)
    parser.add_argument("--largest", type=int, required=True, help="recipients of ours alone")
    parser.add_argument("--evidence", type=pathlib.Path, required=True)
    options = parser.parse_args()
    if not 0 < options.recipients < options.largest:
        sys.exit("error: RECIPIENTS must be less than LARGE_ALERT; leave LARGE_ALERT out for 100,000")
    programs = options.programs.absolute()
    with cells.running(programs, options.emulator.absolute()) as cell:
        ours = [programs / "bizcomms-worker", "run", "--twilio-url", cell.twilio]
        peer = [sys.executable, "-B", "Benchmarks/peer-worker/worker.py", cell.twilio]
        cell.add_recipients(1, options.recipients)
        compared = [
            measure(subject, command, cell, options.recipients)
            for _ in range(RUNS)
            for subject, command in (("ours", ours), ("peer", peer))
        ]
        cell.add_recipients(options.recipients + 1, options.largest)
        large = measure("ours", ours, cell, options.largest)
    head = evidence.heading(
        "The delivery worker, measured",
        f"RECIPIENTS={options.recipients} LARGE_ALERT={options.largest} make bench ARGUMENTS=worker",
    )
    text = figures.page(compared, large)
    options.evidence.write_text(head + text)
    print(text)


if __name__ == "__main__":
    main()
