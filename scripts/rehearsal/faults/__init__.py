"""A fault for every check, made through the AWS API in the last cell: while it is there the check
must fail, and pass again once it is repaired. So a check that can't fail is found.
"""

import contextlib
import dataclasses
from collections.abc import Callable, Iterator

import botocore.exceptions

from rehearsal.checks import Check, World, fault, sentence
from rehearsal.failure import Failure

Fault = Callable[[World, object], contextlib.AbstractContextManager]


@dataclasses.dataclass(frozen=True)
class Finding:
    """What a check said while a fault was there, and afterwards; empty where it passed."""

    fault: str
    during: str
    after: str


def by_check() -> dict[Check, Fault]:
    """The fault of every check."""
    from rehearsal.faults import compute, data, edge, messaging, observability, security

    modules = [messaging, data, edge, compute, observability, security]
    return {check: made for module in modules for check, made in module.FAULTS.items()}


def run(checks: list[Check], world: World, emulator) -> dict[str, Finding]:
    """Makes and repairs the fault of each check; gives what came of it by the check's name."""
    findings = {}
    for check in checks:
        made = by_check()[check]
        try:
            with made(world, emulator):
                during = fault(check, world, emulator)
        except botocore.exceptions.ClientError as refused:
            raise Failure(f"{sentence(made)}: this could not be made: {refused}") from None
        findings[sentence(check)] = Finding(sentence(made), during, fault(check, world, emulator))
    return findings


@contextlib.contextmanager
def between(make: Callable[[], object], repair: Callable[[], object]) -> Iterator[None]:
    """A fault that is there between two calls."""
    make()
    try:
        yield
    finally:
        repair()
