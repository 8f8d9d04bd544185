"""A change as a second generation would make it: literals of the copies take other values."""

import copy
import dataclasses
from collections.abc import Iterator

from rehearsal.roots import Documents, resources


@dataclasses.dataclass(frozen=True)
class Change:
    """The new value of an argument, in the resources of a type with that name, or in all of them.

    The path leads through blocks; a list on the way stands for each of its items.
    """

    kind: str
    name: str
    path: tuple[str, ...]
    value: int


# Seconds; days; requests in five minutes; messages.
QUEUE_RETENTION = Change(
    "aws_sqs_queue", "alert_processing", ("message_retention_seconds",), 259_200)
LOG_RETENTION = Change("aws_cloudwatch_log_group", "control_plane", ("retention_in_days",), 60)
RATE = Change(
    "aws_wafv2_web_acl", "", ("rule", "statement", "rate_based_statement", "limit"), 2000)
THRESHOLD = Change("aws_cloudwatch_metric_alarm", "sqs_queue_backup", ("threshold",), 200)
CHANGES = [QUEUE_RETENTION, LOG_RETENTION, RATE, THRESHOLD]


def changed(documents: Documents) -> tuple[Documents, dict[str, str]]:
    """The documents after the change; and what became of each address."""
    result = copy.deepcopy(documents)
    edits: dict[str, list[str]] = {}
    for address, block in resources(result).items():
        for change in CHANGES:
            kind, name = address.split(".")
            if kind == change.kind and change.name in ("", name):
                for holder in _holders(block, change.path):
                    text = f"{change.path[-1]} {holder[change.path[-1]]} → {change.value}"
                    edits.setdefault(address, []).append(text)
                    holder[change.path[-1]] = change.value
    return result, {address: ", ".join(texts) for address, texts in edits.items()}


def _holders(value: object, path: tuple[str, ...]) -> Iterator[dict]:
    """The blocks at the end of a path that have its last argument."""
    if isinstance(value, list):
        for item in value:
            yield from _holders(item, path)
    elif isinstance(value, dict) and path[0] in value:
        if len(path) == 1:
            yield value
        else:
            yield from _holders(value[path[0]], path[1:])
