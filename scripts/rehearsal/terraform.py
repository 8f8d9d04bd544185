"""Runs terraform in a folder."""

import json
import pathlib
import subprocess

from rehearsal.failure import Failure

LIMIT_SECONDS = 1200
WITHOUT_QUESTIONS = ("-input=false", "-no-color", "-auto-approve", "-parallelism=20")


def run(folder: pathlib.Path, *arguments: str) -> str:
    """Gives what terraform printed; another exit status than 0 is a failure, as is a long time."""
    try:
        done = subprocess.run(
            ["terraform", *arguments],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            timeout=LIMIT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise Failure(f"terraform {arguments[0]} took more than {LIMIT_SECONDS} s") from None
    if done.returncode != 0:
        command = " ".join(arguments)
        raise Failure(f"terraform {command} in {folder.name}:\n{done.stderr or done.stdout}")
    return done.stdout


def initialise(folder: pathlib.Path, *arguments: str) -> None:
    run(folder, "init", "-input=false", "-no-color", *arguments)


def apply(folder: pathlib.Path, *arguments: str) -> None:
    run(folder, "apply", *WITHOUT_QUESTIONS, *arguments)


def destroy(folder: pathlib.Path, *arguments: str) -> None:
    run(folder, "destroy", *WITHOUT_QUESTIONS, *arguments)


def plan(folder: pathlib.Path, *arguments: str) -> dict:
    """The plan as Terraform's JSON; the file of it is `planned` in the folder."""
    run(folder, "plan", "-input=false", "-no-color", "-out=planned", *arguments)
    return json.loads(run(folder, "show", "-json", "planned"))


def addresses(folder: pathlib.Path) -> set[str]:
    """The resources in the state."""
    listed = run(folder, "state", "list").split()
    return {address for address in listed if not address.startswith("data.")}
