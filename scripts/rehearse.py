"""Applies an environment's Terraform roots to an AWS emulator on loopback, one after the other.

Each root is worked on in a temporary copy whose provider and backend point to the emulator. A
second plan of each must change nothing, but for the arguments that scripts/rehearse-emulator.txt
names.
"""

import argparse
import contextlib
import dataclasses
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import evidence

# The provider's names of the services that the roots use.
SERVICES = """acm cloudtrail cloudwatch cloudwatchlogs dynamodb ec2 ecr eks elasticache elbv2 events
firehose iam kms lambda rds route53 s3 s3control secretsmanager sns sqs ssm sts wafv2""".split()
# The emulator takes any key, and is no EC2 instance.
ACCESS = {
    "access_key": "test",
    "secret_key": "test",
    "skip_credentials_validation": True,
    "skip_metadata_api_check": True,
    "skip_region_validation": True,
}
CALL_LIMIT_SECONDS = 900
START_LIMIT_SECONDS = 60


class Failure(Exception):
    """Why the rehearsal ends; the message is for people."""


@dataclasses.dataclass
class Emulator:
    """Where the emulator listens, and in what it is not AWS."""

    url: str
    certificate: pathlib.Path
    left_out: dict[str, str]
    differs: dict[str, str]

    def access(self) -> dict:
        """What the provider and the S3 backend have in common.

        No other server is trusted, so a call that is not redirected fails.
        """
        return ACCESS | {"custom_ca_bundle": str(self.certificate)}


def exceptions(file: pathlib.Path) -> tuple[dict[str, str], dict[str, str]]:
    """Reads the types that the emulator refuses, and the arguments that it reads back wrongly."""
    found: dict[str, dict[str, str]] = {"leave-out": {}, "differs": {}}
    for line in file.read_text().splitlines():
        if line and not line.startswith("#"):
            rule, reason = line.split(" | ")
            verb, kind = rule.split()
            found[verb][kind] = reason
    return found["leave-out"], found["differs"]


def order(root: str) -> tuple[int, str]:
    """Roots are applied as they depend on each other."""
    stages = ["backend-setup", "global", "cells", "routing"]
    stage = root.split("/")[0]
    return (stages.index(stage) if stage in stages else len(stages), root)


def prepare(source: pathlib.Path, copy: pathlib.Path, emulator: Emulator) -> list[str]:
    """Copies a root and points it to the emulator; gives the addresses that were left out."""
    copy.mkdir(parents=True)
    removed: list[str] = []
    for file in sorted(source.glob("*.tf.json")):
        document = json.loads(file.read_text())
        for kind in set(document.get("resource", {})) & set(emulator.left_out):
            removed += [f"{kind}.{name}" for name in document["resource"].pop(kind)]
        (copy / file.name).write_text(json.dumps(document, indent=2))
    for file in copy.glob("*.tf.json"):
        document = json.loads(file.read_text())
        for blocks in document.get("resource", {}).values():
            for block in blocks.values():
                if "depends_on" in block:
                    block["depends_on"] = [a for a in block["depends_on"] if a not in removed]
        file.write_text(json.dumps(document, indent=2))
    settings = json.loads((source / "terraform.tf.json").read_text())
    (copy / "rehearsal_override.tf.json").write_text(json.dumps(override(settings, emulator)))
    return removed


def override(settings: dict, emulator: Emulator) -> dict:
    """The override file of a root: its own provider configurations and backend, redirected."""
    providers = settings["provider"]["aws"]
    endpoints = {service: emulator.url for service in SERVICES}
    redirected = [
        ({"alias": provider["alias"]} if "alias" in provider else {})
        | emulator.access()
        | {"s3_use_path_style": True, "max_retries": 4, "endpoints": [endpoints]}
        for provider in (providers if isinstance(providers, list) else [providers])
    ]
    backend = settings["terraform"].get("backend", {})
    if "s3" in backend:
        endpoints = {service: emulator.url for service in ("iam", "s3", "sts")}
        here = {"use_path_style": True, "endpoints": endpoints}
        backend = {"s3": backend["s3"] | emulator.access() | here}
    return {"provider": {"aws": redirected}, "terraform": {"backend": backend or {"local": {}}}}


def terraform(folder: pathlib.Path, *arguments: str, statuses: tuple[int, ...] = (0,)) -> str:
    """Runs terraform in a folder; gives what it printed."""
    done = subprocess.run(
        ["terraform", *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        timeout=CALL_LIMIT_SECONDS,
    )
    if done.returncode not in statuses:
        command = " ".join(arguments)
        raise Failure(f"terraform {command} in {folder.name}:\n{done.stderr or done.stdout}")
    return done.stdout


def differences(plan: dict, emulator: Emulator) -> tuple[list[str], list[str]]:
    """What a second plan would change: what the emulator is known for, and what it is not."""
    known, wrong = [], []
    for resource in plan.get("resource_changes", []):
        actions, kind = resource["change"]["actions"], resource["type"]
        if actions in (["no-op"], ["read"]):
            continue
        before = resource["change"]["before"] or {}
        after = resource["change"]["after"] or {}
        names = sorted(name for name in after if before.get(name) != after[name])
        text = f"{resource['address']} ({'/'.join(actions)} {', '.join(names)})"
        if actions == ["update"] and all(f"{kind}.{name}" in emulator.differs for name in names):
            known.append(text)
        else:
            wrong.append(text)
    return sorted(known), sorted(wrong)


def apply_then_migrate(folder: pathlib.Path) -> None:
    """Applies the root that makes the bucket of its own state, then moves the state there."""
    file = folder / "rehearsal_override.tf.json"
    final = file.read_text()
    local = json.loads(final)
    local["terraform"]["backend"] = {"local": {}}
    file.write_text(json.dumps(local))
    terraform(folder, "init", "-input=false", "-no-color")
    terraform(folder, "apply", "-input=false", "-no-color", "-auto-approve")
    file.write_text(final)
    terraform(folder, "init", "-input=false", "-no-color", "-migrate-state", "-force-copy")


def rehearse(root: str, folder: pathlib.Path, emulator: Emulator) -> tuple[int, list[str]]:
    """Applies a prepared root; gives how many resources it has, and what a second plan changes."""
    if root.split("/")[0] == "backend-setup":
        apply_then_migrate(folder)
    else:
        terraform(folder, "init", "-input=false", "-no-color")
        terraform(folder, "apply", "-input=false", "-no-color", "-auto-approve")
    resources = terraform(folder, "state", "list").split()
    terraform(folder, "plan", "-input=false", "-no-color", "-out=second", "-detailed-exitcode",
              statuses=(0, 2))
    plan = json.loads(terraform(folder, "show", "-json", "second"))
    known, wrong = differences(plan, emulator)
    if wrong:
        raise Failure(f"a second plan of {root} would change {'; '.join(wrong)}")
    count = sum(not address.startswith("data.") for address in resources)
    return count, known


@contextlib.contextmanager
def running(executable: str, account: str, folder: pathlib.Path):
    """Starts the emulator on a free port of loopback, and stops it in the end.

    Gives its address, and the certificate that it has made for itself.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "MINISTACK_ACCOUNT_ID": account,
        "SFTP_ENABLED": "0",
        # An EKS cluster's OIDC issuer has to be https, and is a page of the emulator.
        "USE_SSL": "1",
        "TMPDIR": str(folder),
        "DOCKER_HOST": f"unix://{folder}/nonexistent.sock",
        "MINISTACK_DOCKER_TIMEOUT": "1",
        "S3_DATA_DIR": str(folder / "s3"),
        "STATE_DIR": str(folder / "state"),
    }
    with open(folder / "emulator.log", "wb") as log:
        process = subprocess.Popen([executable], cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > deadline:
                    raise Failure((folder / "emulator.log").read_text()) from None
                time.sleep(0.1)
        yield f"https://127.0.0.1:{port}", folder / "ministack-tls" / "server.crt"
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def main() -> None:
    """Rehearses every root, prints a table, and writes the evidence."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--environment", required=True)
    arguments.add_argument("--emulator", required=True)
    arguments.add_argument("--evidence", type=pathlib.Path, required=True)
    options = arguments.parse_args()
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]

    source = pathlib.Path("out", options.environment, "terraform")
    roots = [str(f.parent.relative_to(source)) for f in source.rglob("terraform.tf.json")]
    if not roots:
        sys.exit(f"error: {source} holds no root")
    roots.sort(key=order)
    providers = json.loads((source / roots[0] / "terraform.tf.json").read_text())["provider"]["aws"]
    first = providers[0] if isinstance(providers, list) else providers
    rows = "| root | resources | left out | second plan differs in | seconds |\n|---|---|---|---|---|\n"
    folder = pathlib.Path(tempfile.mkdtemp(prefix="rehearsal-"))
    try:
        with running(options.emulator, first["allowed_account_ids"][0], folder) as found:
            left_out, differs = exceptions(pathlib.Path("scripts/rehearse-emulator.txt"))
            emulator = Emulator(*found, left_out, differs)
            for root in roots:
                print(f"== {root}", file=sys.stderr)
                start = time.monotonic()
                removed = prepare(source / root, folder / "roots" / root, emulator)
                count, changed = rehearse(root, folder / "roots" / root, emulator)
                seconds = time.monotonic() - start
                rows += f"| {root} | {count} | {', '.join(removed) or '–'} "
                rows += f"| {', '.join(changed) or '–'} | {seconds:.0f} |\n"
    except (Failure, subprocess.TimeoutExpired) as failure:
        sys.exit(f"{rows}\nerror: {failure}")
    finally:
        shutil.rmtree(folder)
    command = f"make rehearse ARGUMENTS={options.environment}"
    head = evidence.heading(f"{options.environment} on an AWS emulator", command)
    options.evidence.parent.mkdir(parents=True, exist_ok=True)
    options.evidence.write_text(f"{head}- emulator: ministack 1.5.33\n\n{rows}")
    print(rows, end="")


if __name__ == "__main__":
    main()
