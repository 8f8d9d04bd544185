"""Runs libFuzzer on each parser of requests, and writes what it did.

What it learns is kept between runs beside the build; the seeds are never written.
"""

import argparse
import concurrent.futures
import dataclasses
import os
import pathlib
import re
import subprocess
import sys

import evidence

# The parser with a planted mistake, which must be found out, and how long that may take; seconds.
PLANTED, PLANTED_SECONDS = "planted", 120
# No body of a request is longer; bytes. Source: `RequestBody.limit`.
LONGEST = 65_536
# Reading the longest takes milliseconds: one that takes so long is a finding; seconds.
SLOW = 10


@dataclasses.dataclass(frozen=True)
class Run:
    """What became of one parser's run."""

    parser: str
    executions: int
    seconds: int
    edges: int
    inputs: int
    finding: str | None
    slowest: int | None = None  # milliseconds for the longest inputs


def read(parser: str, output: str, status: int) -> Run:
    """The run that libFuzzer's output tells of. Raises ValueError where it tells of none."""
    executions = re.findall(r"^stat::number_of_executed_units: (\d+)", output, re.MULTILINE)
    lines = re.findall(r"^#\d+\s.* cov: (\d+) .* corp: (\d+)/", output, re.MULTILINE)
    seconds = re.findall(r"^Done \d+ runs in (\d+) second", output, re.MULTILINE)
    if not lines or not (executions or status):
        raise ValueError(f"{parser}: libFuzzer told nothing of its run:\n{output[-2000:]}")
    finding = None
    if status:
        words = re.findall(r"Fatal error: (.*)|^==\d+== ?ERROR: (.*)", output, re.MULTILINE)
        told = [first or second for first, second in words]
        finding = told[0] if told else f"it ended with status {status}"
    edges, inputs = max(((int(a), int(b)) for a, b in lines), default=(0, 0))
    return Run(
        parser, int(executions[-1]) if executions else 0, int(seconds[-1]) if seconds else 0,
        edges, inputs, finding,
    )  # fmt: skip


def environment(parser: str) -> dict[str, str]:
    """What the program is started with; Swift's own report of a crash would keep libFuzzer's away."""
    return os.environ | {"BIZCOMMS_FUZZ_PARSER": parser, "SWIFT_BACKTRACE": "enable=no"}


def slowest_milliseconds(options, parser: str) -> int:
    """How long the slowest takes of the seeds, each repeated until no request is longer."""
    folder = options.work / "long" / parser
    folder.mkdir(parents=True, exist_ok=True)
    for seed in (options.corpus / parser).iterdir():
        text = seed.read_bytes() or b" "
        (folder / seed.name).write_bytes((text * (LONGEST // len(text) + 1))[:LONGEST])
    output = subprocess.run(
        [str(options.program), f"-timeout={SLOW}", *map(str, sorted(folder.iterdir()))],
        env=environment(parser), capture_output=True, check=True, text=True, errors="replace",
    ).stderr  # fmt: skip
    return max(int(time) for time in re.findall(r"^Executed .* in (\d+) ms", output, re.MULTILINE))


def fuzz(options, parser: str, seconds: int) -> Run:
    """Fuzzes one parser for so long, or until something is found."""
    learned, findings = options.work / "corpus" / parser, options.work / "findings"
    seeds = options.corpus / parser
    for folder in (learned, findings):
        folder.mkdir(parents=True, exist_ok=True)
    command = [
        options.program, learned, *([seeds] if seeds.is_dir() else []),
        f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SLOW}",
        "-print_final_stats=1", f"-artifact_prefix={findings}/{parser}-",
    ]  # fmt: skip
    result = subprocess.run(
        [str(part) for part in command], env=environment(parser),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    output = result.stdout.decode(errors="replace")
    (options.work / f"{parser}.log").write_text(output)
    run = read(parser, output, result.returncode)
    if seeds.is_dir():
        run = dataclasses.replace(run, slowest=slowest_milliseconds(options, parser))
    print(f"{parser}: {run.executions} inputs, {run.finding or 'nothing found'}", file=sys.stderr)
    return run


def page(planted: Run, runs: list[Run]) -> str:
    """The evidence as Markdown, below its heading."""
    rows = "".join(
        f"| {run.parser} | {run.executions:,} | {run.seconds} | {run.edges:,} | {run.inputs:,} "
        f"| {'–' if run.slowest is None else f'{run.slowest} ms'} | {run.finding or 'none'} |\n"
        for run in runs
    )
    return (
        f"\nA mistake that was planted was found out: {planted.finding}.\n\n"
        "Beyond not ending the process: what is accepted reads the same when it is written again, what is "
        f"refused is refused with a place or a field. The longest is the slowest of the seeds, repeated to "
        f"{LONGEST:,} bytes, in a debug build that counts where it comes by; no input may take {SLOW} s. "
        "Edges are the places of the program that an input came by, and the corpus are the inputs that "
        "each came by new ones, of this run and those before.\n\n"
        "| parser | executions | seconds | edges | corpus | longest | findings |\n"
        "|---|---:|---:|---:|---:|---:|---|\n" + rows
    )


def main() -> int:
    """Fuzzes all, and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--corpus", type=pathlib.Path, required=True, help="seeds by parser")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="what runs leave")
    parser.add_argument("--minutes", type=float, required=True, help="in all")
    parser.add_argument("--evidence", type=pathlib.Path, required=True)
    parser.add_argument("only", nargs="*", help="these parsers, and no evidence")
    options = parser.parse_args()
    # The program looks for the folders from where it runs, as this does.
    planted = fuzz(options, PLANTED, PLANTED_SECONDS)
    if not planted.finding:
        sys.exit("error: the planted mistake was not found: the fuzzer finds nothing")
    parsers = options.only or sorted(folder.name for folder in options.corpus.iterdir())
    workers = min(os.cpu_count() or 1, len(parsers))
    seconds = max(1, round(60 * options.minutes * workers / len(parsers)))
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        runs = list(pool.map(lambda name: fuzz(options, name, seconds), parsers))
    text = page(planted, runs)
    print(text)
    if not options.only:
        head = evidence.heading(
            "What `make fuzz` showed", f"MINUTES={options.minutes:g} make fuzz"
        )
        options.evidence.write_text(head + text)
    return int(any(run.finding for run in runs))


if __name__ == "__main__":
    sys.exit(main())
