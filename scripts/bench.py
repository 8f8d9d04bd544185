"""Times the generator in release, and others that make the same fleet; writes an evidence page."""

import argparse
import collections
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import evidence

# How often `cellctl generate` runs for a median.
RUNS = 11
# Cells by how often they are generated.
SIZES = {1: 5, 10: 5, 100: 3, 1000: 3}
TARGET_SECONDS, TARGET_MEBIBYTES, TARGET_UNCHANGED_MILLISECONDS = 2, 400, 100

# The programs that make the same: name, folder, and cells by how often they run.
PEERS = {
    "CDKTF, Python": ("cdktf", {1: 1, 10: 1, 100: 1}),
    "Jsonnet": ("jsonnet", {1: 3, 10: 3, 100: 1, 1000: 1}),
}


class Run:
    """One run of a command, and what it cost."""

    def __init__(self, command: list[str]) -> None:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.output = process.stdout.read().decode() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        self.seconds = time.perf_counter() - start
        # Of the largest process.
        self.mebibytes = usage.ru_maxrss / 1024
        if status != 0:
            code = os.waitstatus_to_exitcode(status)
            sys.exit(f"error: `{' '.join(command)}` failed with status {code}")


class Output:
    """What a run has written."""

    def __init__(self, folder: pathlib.Path) -> None:
        files = [path for path in folder.rglob("*") if path.is_file()]
        self.files = len(files)
        self.mebibytes = sum(path.stat().st_size for path in files) / 2**20
        self.blocks: collections.Counter[str] = collections.Counter()
        for path in files:
            if path.name.endswith(".tf.json"):
                self._count(json.loads(path.read_bytes()))

    def _count(self, file: dict) -> None:
        for kind in ("resource", "data", "ephemeral"):
            for name, blocks in file.get(kind, {}).items():
                self.blocks[f"{kind} {name}"] += len(blocks)

    @property
    def resources(self) -> int:
        """How many resources it has, data sources and ephemeral ones apart."""
        return sum(
            count for name, count in self.blocks.items() if name.startswith("resource ")
        )


class Bench:
    """Measures in a folder of which each run gets a part that is empty.

    What a run has written stays until all is measured. An ext4 without a journal avoids the inodes of
    deleted files for one to five minutes, and where 25,000 were deleted it searches so long for others
    that the next run takes up to twice the time. Source: Linux, fs/ext4/ialloc.c, `recently_deleted`,
    2026-11.
    """

    def __init__(self, folder: pathlib.Path) -> None:
        self.out = folder / "out"
        self.templates = folder / "templates"
        self._done = folder / "done"
        self._done.mkdir()

    def afresh(self, command: list[str], runs: int) -> list[Run]:
        """Runs a command that writes into an empty folder."""
        measured = []
        for _ in range(runs):
            if self.out.exists():
                self.out.rename(self._unused())
            measured.append(Run(command))
        return measured

    def copied(self) -> float:
        """Seconds in which `cp` writes the same files; nothing that writes them can take less."""
        return Run(["cp", "-R", str(self.out), str(self._unused())]).seconds

    def _unused(self) -> pathlib.Path:
        """A place for something that stays."""
        return self._done / str(len(list(self._done.iterdir())))


def median(runs: list[Run]) -> float:
    """The middle of the runs' seconds."""
    return statistics.median(run.seconds for run in runs)


def raw(runs: list[Run], digits: int = 2) -> str:
    """Every run's seconds."""
    return " ".join(f"{run.seconds:.{digits}f}" for run in runs)


def peak(runs: list[Run]) -> float:
    """The most memory that a run took."""
    return max(run.mebibytes for run in runs)


def table(*columns: str) -> str:
    """The head of a table."""
    return f"| {' | '.join(columns)} |\n|{'---|' * len(columns)}\n"


def own_fleet(bench: Bench, cellctl: str) -> str:
    """`cellctl generate` for the fleet of `cells/`."""
    command = [cellctl, "generate", "--output", str(bench.out)]
    from_nothing = bench.afresh(command, RUNS)
    before = {path: path.stat().st_mtime_ns for path in bench.out.rglob("*")}
    unchanged = [Run(command) for _ in range(RUNS)]
    if before != {path: path.stat().st_mtime_ns for path in bench.out.rglob("*")}:
        sys.exit("error: `cellctl generate` wrote something although nothing had changed")
    output = Output(bench.out)
    page = f"\n## The fleet of cells/\n\n{output.files} files, {output.mebibytes * 1024:.0f} KiB; "
    page += "where nothing has changed nothing is written, for which the target is "
    page += f"{TARGET_UNCHANGED_MILLISECONDS} ms.\n\n"
    page += table("`cellctl generate`, release", "median ms", "peak MiB", f"{RUNS} runs, ms")
    for name, runs in (("from nothing", from_nothing), ("with no change", unchanged)):
        times = " ".join(f"{run.seconds * 1000:.1f}" for run in runs)
        page += f"| {name} | {median(runs) * 1000:.1f} | {peak(runs):.0f} | {times} |\n"
    return page


def synthesis(bench: Bench, generate: str, sizes: dict[int, int]) -> tuple[str, dict, dict]:
    """The measured fleet in each size; also its seconds and what it holds, by size."""
    page = table(
        "cells", "median s", "resources", "resources/s", "peak MiB", "files", "MiB written",
        "`cp -R` of them, s", "runs, s",
    )
    seconds, outputs = {}, {}
    for cells, count in sizes.items():
        runs = bench.afresh([generate, str(cells), str(bench.out)], count)
        output = Output(bench.out)
        seconds[cells], outputs[cells] = median(runs), output
        page += f"| {cells} | {seconds[cells]:.2f} | {output.resources} "
        page += f"| {output.resources / seconds[cells]:.0f} | {peak(runs):.0f} | {output.files} "
        page += f"| {output.mebibytes:.1f} | {bench.copied():.2f} | {raw(runs)} |\n"
    again = Run([generate, str(max(sizes)), str(bench.out)])
    page += f"\nWith no change, {max(sizes)} cells: {again.seconds:.2f} s.\n"
    return page, seconds, outputs


def peers(
    bench: Bench, generate: str, tools: pathlib.Path, seconds: dict, outputs: dict
) -> str:
    """What others take for the same resources."""
    bench.templates.mkdir()
    for cells in ("1", "2"):
        Run([generate, cells, str(bench.templates / cells)])
    page = table(
        "program", "cells", "median s", "of that loading", "times ours", "peak MiB", "MiB written",
        "runs, s",
    )
    for name, (folder, sizes) in PEERS.items():
        python = str(tools / f"{folder}-venv" / "bin" / "python")
        for cells, count in sizes.items():
            if cells not in seconds:
                continue
            program = f"Benchmarks/{folder}/synthesize.py"
            command = [python, "-B", program, str(cells), str(bench.out), str(bench.templates)]
            runs = bench.afresh(command, count)
            output = Output(bench.out)
            own = outputs[cells].blocks
            if output.blocks != own:
                odd = (output.blocks - own) + (own - output.blocks)
                sys.exit(f"error: {name} makes another fleet of {cells} cells: {dict(odd)}")
            loading = statistics.median(json.loads(run.output)["load"] for run in runs)
            page += f"| {name} | {cells} | {median(runs):.2f} | {loading:.1f} "
            page += f"| {median(runs) / seconds[cells]:.0f} | {peak(runs):.0f} "
            page += f"| {output.mebibytes:.1f} | {raw(runs)} |\n"
    return page


def versions(tools: pathlib.Path) -> str:
    """Which versions of the others were measured."""
    lines = []
    for _, (folder, _) in PEERS.items():
        listed = Run([str(tools / f"{folder}-venv" / "bin" / "python"), "-m", "pip", "freeze"])
        wanted = [line for line in listed.output.split() if line.startswith(folder)]
        lines += [line.replace("==", " ") for line in wanted]
    node = Run(["node", "--version"]).output.strip()
    return f"{', '.join(lines)}; Python {sys.version.split()[0]}, Node {node}"


def main() -> None:
    """Measures, prints and writes."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--cellctl", required=True)
    arguments.add_argument("--generate-fleet", required=True)
    arguments.add_argument("--tools", type=pathlib.Path, required=True)
    arguments.add_argument("--build-milliseconds", type=int)
    arguments.add_argument("--again-milliseconds", type=int, nargs="+")
    arguments.add_argument("--largest", type=int, default=max(SIZES), help="leave out larger fleets")
    arguments.add_argument("--evidence", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    load_before = os.getloadavg()[0]
    sizes = {cells: runs for cells, runs in SIZES.items() if cells <= options.largest}

    page = evidence.heading("How fast the generator is", "make bench ARGUMENTS=generator")
    if options.build_milliseconds and options.again_milliseconds:
        again = [milliseconds / 1000 for milliseconds in options.again_milliseconds]
        times = " ".join(f"{seconds:.1f}" for seconds in again)
        page += "- clean debug build of cellctl, and generating: "
        page += f"{options.build_milliseconds / 1000:.1f} s\n"
        page += "- build and generate after a changed cell: "
        page += f"{statistics.median(again):.1f} s ({times})\n"
    else:
        page += "- on builds that were there; how long they take was not measured\n"
    page += f"- compared with: {versions(options.tools)}\n"
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder))
        page += own_fleet(bench, options.cellctl)
        ours, seconds, outputs = synthesis(bench, options.generate_fleet, sizes)
        page += f"""
## Many cells

Production over and over again, two cells an environment, with all that `generate` does: rules, Terraform,
references, Helm values, guides, pages, hashes, and files moved into place. The target for 1,000 cells is
1 to {TARGET_SECONDS} s and less than {TARGET_MEBIBYTES} MiB. `cp -R` of the same files shows what the disk alone takes.

{ours}"""
        page += f"""
## Others

The same resources of the same types and arguments, read from what we had written for one environment:
`make bench` compares the counts by type. They check nothing, and make neither values nor guides nor
pages. CDKTF loads its bindings for some time, whatever the fleet; the ratio counts that, too.

{peers(bench, options.generate_fleet, options.tools, seconds, outputs)}"""
    # Other work on the machine spoils the figures, so a reader must know of it.
    load = f"- load of the machine when it began and ended: {load_before:.1f}, {os.getloadavg()[0]:.1f}\n"
    page = page.replace("- compared with", f"{load}- compared with", 1)
    options.evidence.parent.mkdir(parents=True, exist_ok=True)
    options.evidence.write_text(page)
    print(page, end="")


if __name__ == "__main__":
    main()
