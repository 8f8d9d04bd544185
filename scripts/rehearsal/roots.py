"""Copies of the generated roots that point to the emulator.

A copy has the same files but for what the list of departures leaves out, and one override file.
"""

import copy
import json
import pathlib
import re

from rehearsal.departures import Departures
from rehearsal.failure import Failure

Documents = dict[str, dict]
OVERRIDE = "rehearsal_override.tf.json"
REFERENCE = re.compile(r"(?<![\w.-])((?:data\.|ephemeral\.)?aws_\w+\.\w+|local\.\w+)")
# The emulator takes any key, and is no EC2 instance.
ACCESS = {
    "access_key": "test",
    "secret_key": "test",
    "skip_credentials_validation": True,
    "skip_metadata_api_check": True,
    "skip_region_validation": True,
}
# The provider's names of the services that the roots use.
SERVICES = """acm cloudtrail cloudwatch cloudwatchlogs dynamodb ec2 ecr eks elasticache elbv2 events
firehose iam kms lambda rds route53 s3 s3control scheduler secretsmanager sns sqs ssm sts
wafv2""".split()


def order(readme: str, found: list[str]) -> list[str]:
    """The roots in the order that the environment's README gives people."""
    told = re.findall(r"^\d+\. `terraform/(\S+)`$", readme, re.MULTILINE)
    if sorted(told) != sorted(found):
        raise Failure(f"the README's order is {', '.join(told)}; there are {', '.join(found)}")
    return told


def read(folder: pathlib.Path) -> Documents:
    """The Terraform files of a root, by name."""
    return {file.name: json.loads(file.read_text()) for file in sorted(folder.glob("*.tf.json"))}


def resources(documents: Documents) -> dict[str, dict]:
    """The resource blocks by address; each stands for one resource."""
    blocks = {
        f"{kind}.{name}": block
        for document in documents.values()
        for kind, named in document.get("resource", {}).items()
        for name, block in named.items()
    }
    for address, block in blocks.items():
        if "count" in block or "for_each" in block:
            raise Failure(f"{address} stands for several resources, which are not counted here")
    return blocks


def references(value: object) -> set[str]:
    """The addresses in the templates of a value; `depends_on` is no argument and is not read."""
    if isinstance(value, dict):
        inner = (references(v) for key, v in value.items() if key not in ("depends_on", "//"))
        return set().union(*inner)
    if isinstance(value, list):
        return set().union(*map(references, value))
    return set(REFERENCE.findall(value)) if isinstance(value, str) and "${" in value else set()


def pruned(documents: Documents, leave_out: dict[str, str]) -> tuple[Documents, dict[str, str]]:
    """The documents without what is left out; and the resources that are missing, with the reason.

    An entry is a type, a resource, `data.type`, which removes the arguments that read the data source, or
    `type.argument`, which only removes the argument. What reads a resource that is missing is missing
    too.
    """
    result = copy.deepcopy(documents)
    gone = unread(result, leave_out)
    for address, block in resources(result).items():
        kind = address.split(".")[0]
        for entry in {kind, address} & set(leave_out):
            gone[address] = leave_out[entry]
        for argument in [a for a in block if f"{kind}.{a}" in leave_out]:
            del block[argument]
    while missing := {
        address: f"needs {min(needs)}"
        for address, block in _named(result)
        if address not in gone and (needs := references(block) & set(gone))
    }:
        gone |= missing
    for document in result.values():
        _remove(document, gone)
    kept = {address: why for address, why in gone.items() if address.startswith("aws_")}
    return {name: document for name, document in result.items() if document}, kept


def unread(documents: Documents, leave_out: dict[str, str]) -> dict[str, str]:
    """The data sources that are left out; takes the arguments that read them out of the documents."""
    found = {
        address: leave_out[kind]
        for address, _ in _named(documents)
        if address.startswith("data.") and (kind := address.rpartition(".")[0]) in leave_out
    }
    for block in resources(documents).values():
        for argument in [a for a, value in block.items() if references(value) & set(found)]:
            del block[argument]
    return found


def _named(documents: Documents):
    """Everything that has an address and can refer to others."""
    yield from resources(documents).items()
    for document in documents.values():
        for section in ("data", "ephemeral"):
            for kind, named in document.get(section, {}).items():
                for name, block in named.items():
                    yield f"{section}.{kind}.{name}", block
        for section, prefix in (("locals", "local"), ("output", "output")):
            for name, value in document.get(section, {}).items():
                yield f"{prefix}.{name}", value


def _remove(document: dict, gone: dict[str, str]) -> None:
    for section, prefix in (("resource", ""), ("data", "data."), ("ephemeral", "ephemeral.")):
        for kind, named in list(document.get(section, {}).items()):
            for name, block in list(named.items()):
                if f"{prefix}{kind}.{name}" in gone:
                    del named[name]
                elif "depends_on" in block:
                    block["depends_on"] = [a for a in block["depends_on"] if a not in gone]
            if not named:
                del document[section][kind]
    for section, prefix in (("locals", "local"), ("output", "output")):
        for name in list(document.get(section, {})):
            if f"{prefix}.{name}" in gone:
                del document[section][name]
    for section in [s for s, content in document.items() if content == {}]:
        del document[section]


def renamed(documents: Documents, address: str, name: str) -> tuple[Documents, str]:
    """The documents with a resource, that no other reads, under another name; and its address."""
    result = copy.deepcopy(documents)
    kind, before = address.split(".")
    for document in result.values():
        named = document.get("resource", {}).get(kind, {})
        if before in named:
            named[name] = named.pop(before)
    return result, f"{kind}.{name}"


def override(documents: Documents, url: str, certificate: str, ignore: dict[str, str]) -> dict:
    """The override file of a root: its own provider configurations and backend, redirected, and
    the arguments that the emulator keeps wrongly, ignored.

    No server but the emulator's is trusted, so a call that is not redirected fails.
    """
    settings = documents["terraform.tf.json"]
    access = ACCESS | {"custom_ca_bundle": certificate}
    providers = settings["provider"]["aws"]
    endpoints = {service: url for service in SERVICES}
    redirected = [
        ({"alias": provider["alias"]} if "alias" in provider else {})
        | access
        | {"s3_use_path_style": True, "max_retries": 4, "endpoints": [endpoints]}
        for provider in (providers if isinstance(providers, list) else [providers])
    ]
    backend = settings["terraform"].get("backend", {})
    if "s3" in backend:
        endpoints = {service: url for service in ("iam", "s3", "sts")}
        here = {"use_path_style": True, "endpoints": endpoints}
        backend = {"s3": backend["s3"] | access | here}
    result: dict = {"provider": {"aws": redirected}, "terraform": {"backend": backend}}
    for address, block in resources(documents).items():
        kind, name = address.split(".")
        ignored = [entry.split(".")[1] for entry in ignore if entry.split(".")[0] == kind]
        if ignored:
            already = block.get("lifecycle", {}).get("ignore_changes", [])
            lifecycle = {"ignore_changes": [*already, *ignored]}
            named = result.setdefault("resource", {}).setdefault(kind, {})
            named[name] = {"lifecycle": lifecycle}
    return result


def write(folder: pathlib.Path, documents: Documents, changed: dict) -> None:
    """Writes a copy and its override file; files of an earlier copy are replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.glob("*.tf.json"):
        file.unlink()
    for name, document in (documents | {OVERRIDE: changed}).items():
        (folder / name).write_text(json.dumps(document, indent=2))


def local(changed: dict) -> dict:
    """The same override file, with the state in the folder of the copy."""
    return changed | {"terraform": {"backend": {"local": {}}}}


def regions(documents: Documents) -> list[str]:
    """The regions of a root's provider configurations, the default one first."""
    providers = documents["terraform.tf.json"]["provider"]["aws"]
    providers = providers if isinstance(providers, list) else [providers]
    return [p["region"] for p in sorted(providers, key=lambda p: "alias" in p)]


def needed(documents: Documents, departures: Departures) -> set[str]:
    """The entries `leave-out` that say something about a root."""
    found = {address.rpartition(".")[0] for address, _ in _named(documents)}
    found &= {entry for entry in departures.leave_out if entry.startswith("data.")}
    for address, block in resources(documents).items():
        kind = address.split(".")[0]
        names = {kind, address} | {f"{kind}.{argument}" for argument in block}
        found |= names & set(departures.leave_out)
    return found


def left_out_by(entry: str, documents: Documents):
    """The addresses that an entry `leave-out` is about."""
    kind, _, argument = entry.partition(".")
    for address, block in _named(documents):
        if kind == "data":
            if address.rpartition(".")[0] == entry:
                yield address
        elif address == entry:
            yield address
        elif address.split(".")[0] == kind and (not argument or argument in block):
            yield address
