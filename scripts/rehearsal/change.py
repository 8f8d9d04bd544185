"""A change as a second generation would make it: literals of the copies take other values."""

import copy

from rehearsal.roots import Documents, resources

# The argument of a type that changes, the names it concerns, and its new value. Days, seconds,
# requests; each is another valid value of the argument.
CHANGES = [
    ("aws_sqs_queue", "alert_processing", "message_retention_seconds", 259_200),
    ("aws_cloudwatch_log_group", "", "retention_in_days", 60),
]


def changed(documents: Documents) -> tuple[Documents, dict[str, str]]:
    """The documents after the change; and what became of each address."""
    result = copy.deepcopy(documents)
    edits = {}
    for address, block in resources(result).items():
        kind, name = address.split(".")
        for type_, only, argument, value in CHANGES:
            if kind == type_ and (not only or only == name) and argument in block:
                edits[address] = f"{argument} {block[argument]} → {value}"
                block[argument] = value
    return result, edits


def value(kind: str, argument: str):
    """The new value of an argument of a type."""
    return next(new for type_, _, name, new in CHANGES if (type_, name) == (kind, argument))
