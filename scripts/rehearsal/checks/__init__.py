"""What was created, asked from the AWS API: every check is a function of the world and the
emulator, and raises `Mismatch` with what it expected and what it found.

A check fails where what it asks about is absent; `rehearsal.faults` shows of each that it can.
"""

import dataclasses
import json
import pathlib
from collections.abc import Callable

import botocore.exceptions

from rehearsal import roots


class Mismatch(Exception):
    """What a check expected, and what it found."""


@dataclasses.dataclass(frozen=True)
class Cell:
    """A cell and its region."""

    name: str
    region: str
    prefix: str
    # Of the database `alerts`.
    instances: int


@dataclasses.dataclass(frozen=True)
class World:
    """What the checks know of an environment: names, regions and what it is made of."""

    environment: str
    account: str
    zone: str
    host: str
    # The first one is the primary.
    cells: list[Cell]
    regions: list[str]
    # Whether `alerts` is an Aurora Global Database.
    has_global_database: bool

    @property
    def prefix(self) -> str:
        return f"bizcomms-{self.environment}"


# Raises `Mismatch` where what it expects of the world is not what the emulator says.
Check = Callable[[World, object], None]


def world(environment: str, source: pathlib.Path, names: list[str]) -> World:
    """Reads what an environment consists of from its roots, in the order of their application."""
    cells = []
    for name in names:
        if name.startswith("cells/"):
            cell = name.split("/")[1]
            documents = roots.read(source / name)
            addresses = roots.resources(documents)
            instances = sum(a.startswith("aws_rds_cluster_instance.alerts") for a in addresses)
            region = roots.regions(documents)[0]
            cells.append(Cell(cell, region, f"bizcomms-{cell}", instances))
    shared = roots.read(source / "global")
    provider = shared["terraform.tf.json"]["provider"]["aws"]
    first = provider[0] if isinstance(provider, list) else provider
    account = first["allowed_account_ids"][0]
    resources = roots.resources(shared)
    zone = resources["aws_route53_zone.main"]["name"]
    host = roots.resources(roots.read(source / "routing"))["aws_route53_record.primary"]["name"]
    regions = list(dict.fromkeys([roots.regions(shared)[0], *(cell.region for cell in cells)]))
    is_global = "aws_rds_global_cluster.alerts" in resources
    return World(environment, account, zone, host, cells, regions, is_global)


def expect(what: str, expected: object, found: object) -> None:
    """Raises where the two differ."""
    if expected != found:
        raise Mismatch(f"{what}: expected {_shown(expected)}, found {_shown(found)}")


def _shown(value: object) -> str:
    return json.dumps(value, default=str, sort_keys=True)


def one(what: str, items: list):
    """The only item; none or several are a mismatch."""
    if len(items) != 1:
        raise Mismatch(f"{what}: expected exactly one, found {len(items)}")
    return items[0]


def all_of(world: World) -> list[Check]:
    """The checks that an environment must pass."""
    from rehearsal.checks import compute, data, edge, messaging, observability, security

    modules = [messaging, data, edge, compute, observability, security]
    checks = [check for module in modules for check in module.CHECKS]
    if len(world.regions) > 1:
        checks.append(data.an_item_written_in_one_region_is_read_in_every_other)
    if world.has_global_database:
        checks.append(data.the_global_database_has_a_member_in_each_cell_and_writes_in_the_first)
    return checks


def sentence(function: Callable) -> str:
    """The sentence that a function's name is."""
    return function.__name__.replace("_", " ")


def fault(check: Check, world: World, emulator) -> str:
    """What a check finds wrong; empty where it passes.

    An answer in which something is missing is a fault of the world, as is a refused question.
    """
    try:
        check(world, emulator)
    except Mismatch as found:
        return " ".join(str(found).split())
    except (botocore.exceptions.ClientError, KeyError, IndexError) as found:
        return " ".join(f"{type(found).__name__} {found}".split())
    return ""


def run(checks: list[Check], world: World, emulator) -> dict[str, str]:
    """Runs checks; gives the fault that each finds by its name, empty where it passed."""
    return {sentence(check): fault(check, world, emulator) for check in checks}
