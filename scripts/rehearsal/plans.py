"""What a plan of Terraform would change, and why it refused."""

import json
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
    """The arguments that were ignored and that the emulator does keep otherwise than written."""
    found = []
    root = plan.get("prior_state", {}).get("values", {}).get("root_module", {})
    state = {found["address"]: found["values"] for found in root.get("resources", [])}
    for resource in root.get("resources", []):
        written = _resolved(resources.get(resource["address"]), state)
        for entry in departures.ignore if written is not None else []:
            kind, argument = entry.split(".")
            kept = resource["values"].get(argument)
            if resource["type"] == kind and _differ(written.get(argument), kept):
                departures.needed.add(f"ignore {entry}")
                found.append(f"{resource['address']} ({argument} is kept as {json.dumps(kept)})")
    return sorted(found)


def _resolved(written: object, state: dict[str, dict]) -> object:
    """What is written, with the state's value for a template that is nothing but a reference."""
    if isinstance(written, dict):
        return {name: _resolved(value, state) for name, value in written.items()}
    if isinstance(written, list):
        return [_resolved(value, state) for value in written]
    reference = isinstance(written, str) and re.fullmatch(r"\$\{(aws_\w+\.\w+)\.(\w+)\}", written)
    return state.get(reference[1], {}).get(reference[2], written) if reference else written


def _differ(written: object, kept: object) -> bool:
    """Whether a value is not what was written.

    A template cannot be compared unless it has been resolved, nor what is not written: they differ
    where nothing is kept.
    """
    if written is None or isinstance(written, str) and "${" in written:
        return not kept
    if isinstance(written, dict):
        block = kept[0] if isinstance(kept, list) and len(kept) == 1 else kept
        if not isinstance(block, dict):
            return True
        return any(_differ(value, block.get(name)) for name, value in written.items())
    if isinstance(written, list):
        if not isinstance(kept, list) or len(written) != len(kept):
            return True
        return any(map(_differ, written, kept))
    return written != kept


def refusal(message: str, address: str) -> str:
    """The emulator's own words about a resource; another error is no proof of anything."""
    if f"with {address}," not in message:
        raise Failure(f"{address} was not tried: {message}")
    errors = [" ".join(text.split()) for text in message.split("Error: ")[1:]]
    found = next(text for text in errors if f"with {address}," in text)
    # The place in the file is left out, and of an answer its status and number.
    found = re.sub(r" with \S+, on \S+ line \d+, in [^:]+: \d+: \S+", "", found)
    return re.sub(r", https response error StatusCode: \d+, RequestID: [^,]*,", ":", found)
