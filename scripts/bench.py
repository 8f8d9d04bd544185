"""Times `cellctl generate` in release, and writes docs/evidence/bench.md."""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import evidence

RUNS = 11


def run(command: list[str]) -> tuple[float, float]:
    """Runs a command; gives its milliseconds and its peak memory in MiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = (time.perf_counter() - start) * 1000
    if status != 0:
        code = os.waitstatus_to_exitcode(status)
        sys.exit(f"error: `cellctl generate` failed with status {code}")
    return elapsed, usage.ru_maxrss / 1024


def row(name: str, runs: list[tuple[float, float]]) -> str:
    """A line of the table, with every raw figure in it."""
    times = [elapsed for elapsed, _ in runs]
    raw = " ".join(f"{elapsed:.1f}" for elapsed in times)
    memory = max(peak for _, peak in runs)
    return f"| {name} | {statistics.median(times):.1f} | {memory:.0f} | {raw} |\n"


def main() -> None:
    """Measures, prints and writes."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--cellctl", required=True)
    arguments.add_argument("--build-milliseconds", type=int, required=True)
    arguments.add_argument("--again-milliseconds", type=int, nargs="+", required=True)
    arguments.add_argument("--evidence", type=pathlib.Path, required=True)
    options = arguments.parse_args()

    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder, "out")
        command = [options.cellctl, "generate", "--output", str(out)]
        from_nothing = []
        for _ in range(RUNS):
            shutil.rmtree(out, ignore_errors=True)
            from_nothing.append(run(command))
        unchanged = [run(command) for _ in range(RUNS)]
        files = [path for path in out.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
    if not files:
        sys.exit("error: `cellctl generate` wrote no file")

    page = evidence.heading("How fast the generator is", "make bench")
    page += f"- output: {len(files)} files, {size / 1024:.0f} KiB\n"
    again = [milliseconds / 1000 for milliseconds in options.again_milliseconds]
    raw = " ".join(f"{seconds:.1f}" for seconds in again)
    page += f"- clean debug build of cellctl, and generating: {options.build_milliseconds / 1000:.1f} s\n"
    page += f"- build and generate after a changed cell: {statistics.median(again):.1f} s ({raw})\n\n"
    page += f"| `cellctl generate`, release | median ms | peak MiB | {RUNS} runs, ms |\n"
    page += "|---|---|---|---|\n"
    page += row("from nothing", from_nothing) + row("with no change", unchanged)
    options.evidence.parent.mkdir(parents=True, exist_ok=True)
    options.evidence.write_text(page)
    print(page, end="")


if __name__ == "__main__":
    main()
