"""Applies an environment's Terraform roots to an AWS emulator on loopback, checks through the AWS
API what is there, changes it, and destroys it.

Each root is worked on in a temporary copy whose provider and backend point to the emulator. In what
else a copy differs is listed in scripts/rehearse-emulator.txt, and nothing is on that list that the
run does not need.
"""

import argparse
import importlib.metadata
import os
import pathlib
import shutil
import signal
import sys
import tempfile
import time

import evidence
from rehearsal import checks, departures, emulator, faults, report, roots, steps, teardown
from rehearsal.checks import changed
from rehearsal.failure import Failure

LEAST_APPLIED_PERCENT = 90


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def kinds() -> dict[str, set[str]]:
    """The resource types of every environment, production's first."""
    found = {}
    for folder in sorted(pathlib.Path("out").glob("*/terraform")):
        documents = [roots.read(f.parent) for f in folder.rglob("terraform.tf.json")]
        found[folder.parent.name] = {
            address.split(".")[0] for root in documents for address in roots.resources(root)}
    return dict(sorted(found.items(), key=lambda item: item[0] != "production"))


def rehearse(options: argparse.Namespace, folder: pathlib.Path, found: report.Report) -> None:
    """Rehearses everything; what it finds is in the report also where it fails."""
    source = pathlib.Path("out", options.environment, "terraform")
    names = [str(f.parent.relative_to(source)) for f in source.rglob("terraform.tf.json")]
    if not names:
        raise Failure(f"{source} holds no root")
    names = roots.order((source.parent / "README.md").read_text(), names)
    listed = departures.read(pathlib.Path("scripts/rehearse-emulator.txt"))
    found.emulator = f"ministack {importlib.metadata.version('ministack')}"
    if listed.emulator != found.emulator:
        raise Failure(f"scripts/rehearse-emulator.txt is about {listed.emulator}, but"
                      f" {found.emulator} is installed: see which entries still hold")
    world = checks.world(options.environment, source, names)
    with emulator.running(options.emulator, world.account, folder) as running:
        for region in world.regions:
            emulator.make_own_keys(running, region)
        prepared = [
            steps.prepare(name, source, folder / "roots", running, listed) for name in names
        ]
        for root in prepared:
            say(f"apply {root.name}")
            found.roots.append(root)
            steps.apply(root, listed)
        for number, entry in enumerate(listed.leave_out):
            for root in prepared:
                if entry in roots.needed(root.written, listed):
                    say(f"try what is left out: {entry}")
                    proof = folder / "proofs" / str(number)
                    found.refusals[entry] = steps.prove(entry, root, proof, running, listed)
                    listed.needed.add(f"leave-out {entry}")
                    break
        say("check through the AWS API")
        every = checks.all_of(world)
        found.checks = checks.run(every, world, running)
        say("check again while something is wrong")
        found.faults = faults.run(every, world, running)
        for root in prepared:
            say(f"change {root.name}")
            found.edits[root.name] = steps.alter(root, listed)
        found.changed = checks.run(changed.CHECKS, world, running)
        for check in every:
            seen = found.contradicted if check in changed.CONTRADICTED else found.unchanged
            seen |= checks.run([check], world, running)
        for region in world.regions:
            found.before[region] = len(teardown.left(running, region))
        for root in reversed(prepared):
            say(f"destroy {root.name}")
            found.destroyed[root.name] = steps.destroy(root, running)
        for region in world.regions:
            found.left += [f"{region}: {name}" for name in teardown.left(running, region)]
    found.stale = listed.stale(options.environment, kinds())


def main() -> None:
    """Rehearses every root, prints the report, and writes it as evidence where all went well."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--environment", required=True)
    arguments.add_argument("--emulator", required=True)
    arguments.add_argument("--evidence", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    # A run that is ended from outside stops the emulator too.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rehearsal-"))
    found = report.Report()
    start = time.monotonic()
    try:
        rehearse(options, folder, found)
        found.minutes = (time.monotonic() - start) / 60
        problems = found.problems(LEAST_APPLIED_PERCENT)
    except Failure as failure:
        problems = [str(failure)]
    finally:
        shutil.rmtree(folder)
    print(found.text(), end="")
    if problems:
        sys.exit("\n".join(f"error: {problem}" for problem in problems))
    command = f"make rehearse ARGUMENTS={options.environment}"
    head = evidence.heading(f"{options.environment} on an AWS emulator", command)
    options.evidence.parent.mkdir(parents=True, exist_ok=True)
    options.evidence.write_text(head + found.text())


if __name__ == "__main__":
    main()
