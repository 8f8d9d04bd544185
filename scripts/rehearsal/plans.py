"""What a plan of Terraform would change, and why it refused."""

import re

from rehearsal.departures import Departures
from rehearsal.failure import Failure


def differences(plan: dict, departures: Departures) -> tuple[list[str], list[str], set[str]]:
    """What a plan would change: what the emulator is known for, what it is not, and the addresses
    of the latter. Notes which entries were needed."""
    known, wrong, addresses = [], [], set()
    for resource in plan.get("resource_changes", []):
        actions, kind = resource["change"]["actions"], resource["type"]
        if actions in (["no-op"], ["read"]):
            continue
        before = resource["change"]["before"] or {}
        after = resource["change"]["after"] or {}
        names = sorted(name for name in after if before.get(name) != after[name])
        text = f"{resource['address']} ({'/'.join(actions)} {', '.join(names)})"
        entries = {f"{kind}.{name}" for name in names}
        if actions == ["update"] and entries and entries <= set(departures.differs):
            departures.needed |= {f"differs {entry}" for entry in entries}
            known.append(text)
        else:
            wrong.append(text)
            addresses.add(resource["address"])
    return sorted(known), sorted(wrong), addresses


def ignored(plan: dict, resources: dict[str, dict], departures: Departures) -> list[str]:
    """The arguments that were ignored and that the emulator does keep otherwise than written.

    A value that is no literal cannot be compared: it counts where the emulator keeps nothing.
    """
    found = []
    root = plan.get("prior_state", {}).get("values", {}).get("root_module", {})
    for resource in root.get("resources", []):
        written = resources.get(resource["address"])
        for entry in departures.ignore if written is not None else []:
            kind, argument = entry.split(".")
            if resource["type"] != kind:
                continue
            value, kept = written.get(argument), resource["values"].get(argument)
            literal = isinstance(value, (str, int)) and "${" not in str(value)
            if kept != value if literal else not kept:
                departures.needed.add(f"ignore {entry}")
                shown = f", not {value}" if literal else ""
                found.append(f"{resource['address']} ({argument} is kept as {kept}{shown})")
    return sorted(found)


def refusal(message: str, address: str) -> str:
    """The emulator's own words about a resource; another error is no proof of anything."""
    if "took more than" in message:
        return message
    if f"with {address}," not in message:
        raise Failure(f"{address} was not tried: {message}")
    return " ".join(re.search(r"Error: (.*)", message).group(1).split())[:160]
