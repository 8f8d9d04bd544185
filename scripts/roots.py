"""The generated Terraform roots: their blocks, and what an expression in them stands for."""

import dataclasses
import json
import pathlib
import re

from failure import Failure

EXPRESSION = re.compile(r"\$\{([^{}]+)\}")
JSON = re.compile(r"\$\{jsonencode\((.+)\)\}")
REGION = re.compile(r"(?<![a-z])[a-z]{2}([-_])(?:gov\1)?[a-z]+\1\d(?![0-9])")


@dataclasses.dataclass
class Root:
    """One root of one environment, all its files together."""

    environment: str
    name: str  # below the environment's terraform/: "global", "cells/cell-use1-01"
    locals: dict = dataclasses.field(default_factory=dict)
    resources: dict = dataclasses.field(default_factory=dict)  # by address: file, body
    data: dict = dataclasses.field(default_factory=dict)  # by address without `data.`: file, body
    account: str = ""

    @property
    def kind(self) -> str:
        """The same for all cells: "cell", "global"."""
        return "cell" if self.name.startswith("cells/") else self.name

    def file(self, address: str) -> str:
        """The file that the block of an address stands in."""
        blocks = self.data if address.startswith("data.") else self.resources
        return blocks[address.removeprefix("data.")][0]

    def general(self, text: str) -> str:
        """The text with what differs between roots of a kind in angle brackets."""
        if self.account:
            text = text.replace(self.account, "<account>")
        if self.kind == "cell":
            cell = self.name.removeprefix("cells/")
            text = text.replace(cell, "<cell>")
        text = re.sub(rf"(?<![a-z]){self.environment}(?![a-z])", "<environment>", text)
        return REGION.sub("<region>", text)


def read(folder: pathlib.Path) -> list[Root]:
    """Every root below `out/`: each folder of an environment that holds `.tf.json` files."""
    roots: dict[pathlib.Path, Root] = {}
    for file in sorted(folder.glob("*/terraform/**/*.tf.json")):
        environment, _, *below = file.relative_to(folder).parts
        root = roots.setdefault(file.parent, Root(environment, "/".join(below[:-1])))
        add(root, str(file), json.loads(file.read_text()))
    return list(roots.values())


def add(root: Root, file: str, document: dict) -> None:
    """Adds what a file declares to the root that it belongs to."""
    root.locals |= document.get("locals", {})
    for section, found in (("resource", root.resources), ("data", root.data)):
        for kind, blocks in document.get(section, {}).items():
            for name, body in blocks.items():
                found[f"{kind}.{name}"] = (file, body)
    for provider in document.get("provider", {}).get("aws", []):
        for account in provider.get("allowed_account_ids", []):
            root.account = account


def decoded(root: Root, text: str) -> object:
    """The JSON document that the text is, or None where it is none."""
    encoded = JSON.fullmatch(text)
    if encoded:
        kind, _, name = encoded[1].partition(".")
        return root.locals.get(name) if kind == "local" else None
    if not text.lstrip().startswith("{"):
        return None
    try:
        return json.loads(text.replace("$${", "${"))
    except json.JSONDecodeError:
        return None


def target(root: Root, expression: str, roots: list[Root]) -> str:
    """The address of the resource whose ARN the expression `${…}` gives, wherever that is.

    A parameter of Parameter Store is followed to the root that writes it.
    """
    path = expression.split(".")
    if path[0] == "local" and isinstance(root.locals.get(path[1]), str):
        whole = EXPRESSION.fullmatch(root.locals[path[1]])
        if whole:
            return target(root, whole[1], roots)
    if path[:2] == ["data", "aws_ssm_parameter"]:
        name = root.data[".".join(path[1:3])][1]["name"]
        for other in roots:
            for address, (_, body) in other.resources.items():
                if address.startswith("aws_ssm_parameter.") and body.get("name") == name:
                    if other.environment == root.environment:
                        return target(other, EXPRESSION.fullmatch(body["value"])[1], roots)
        raise Failure(f"{root.environment}/{root.name}: no root writes the parameter {name}")
    if len(path) == 3 and path[2] == "arn":
        return ".".join(path[:2])
    raise Failure(f"{root.environment}/{root.name}: can't tell what ${{{expression}}} is")
