"""Writes a root so that checkov can read it.

Three things are beyond its reader of `.tf.json`: a `terraform` block, for which it drops the whole
file; `jsonencode`, behind which it sees no policy; and the type of a resource, which it leaves out
of what it reports. So a copy has no `terraform` block, its policies are text, and each type has a
file of its own.
"""

import json
import pathlib

import roots

# What the file of a type that is read and not made begins with.
DATA = "data."
SUFFIX = ".tf.json"


def write(root: roots.Root, folder: pathlib.Path) -> None:
    """Writes the root's resources, data sources and named values into the folder."""
    by_file: dict[str, dict] = {f"locals{SUFFIX}": {"locals": root.locals}}
    for section, prefix, blocks in (("resource", "", root.resources), ("data", DATA, root.data)):
        for address, (_, body) in blocks.items():
            kind, name = address.split(".")
            document = by_file.setdefault(f"{prefix}{kind}{SUFFIX}", {section: {kind: {}}})
            document[section][kind][name] = _with_text(root, body)
    folder.mkdir(parents=True)
    for name, document in by_file.items():
        # One thing a line, as checkov tells blocks apart by their lines.
        (folder / name).write_text(json.dumps(document, indent=1))


def address(file: str, resource: str) -> str:
    """The address of what checkov reports as `resource` of a copy's file."""
    return f"{pathlib.PurePath(file).name.removesuffix(SUFFIX)}.{resource.rpartition('.')[2]}"


def read_policies(definition: dict) -> None:
    """Replaces each policy in what checkov has read of a copy's file by the document that it is.

    Many checks look into a document only and pass over text.
    """
    for block in definition.get("resource", []):
        for by_name in block.values():
            for body in by_name.values():
                for argument, value in body.items():
                    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str):
                        body[argument] = [_policy(value[0]) or value[0]]


def _policy(text: str) -> dict | None:
    try:
        document = json.loads(text) if text.startswith("{") else None
    except json.JSONDecodeError:
        return None
    return document if isinstance(document, dict) and "Statement" in document else None


def _with_text(root: roots.Root, value: object) -> object:
    if isinstance(value, str):
        document = roots.decoded(root, value)
        return value if document is None else json.dumps(document)
    if isinstance(value, dict):
        return {name: _with_text(root, below) for name, below in value.items()}
    if isinstance(value, list):
        return [_with_text(root, below) for below in value]
    return value
