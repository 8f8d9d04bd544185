"""Whether both do the same: each request is sent to both, and answered with one status and one shape."""

import json
import urllib.error
import urllib.request

from .cell import ALERT, KEY, Cell

JSON = {"Content-Type": "application/json"}
DRAFT = {"title": "T", "message": "M\nN", "delivery_method": "sms"}
PERSON = {"name": "N", "phone_number": "+14155550100"}


def requests(cell: Cell):
    """What is sent: method, path, body, headers beside the key."""
    alerts, recipients = "/v1/alerts", "/v1/recipients"
    for path in (
        "", "?limit=2", "?limit=100&status=completed", "?priority=high&delivery_method=sms",
        "?limit=0", "?limit=101", "?limit=x", "?status=lost", "?unknown=1", "?cursor=!!",
    ):  # fmt: skip
        yield "GET", alerts + path, None, {}
    for path in (
        f"/{ALERT}", f"/{ALERT}?x=1", "/alert_none", "/nothing", f"/{ALERT}/status",
        f"/{ALERT}/status?limit=7", f"/{ALERT}/status?limit=0", "/alert_none/status",
    ):  # fmt: skip
        yield "GET", alerts + path, None, {}
    for change in (
        {}, {"priority": "high"}, {"recipient_filters": {"tags": ["on-call"]}},
        {"recipient_filters": {"active_only": False, "tags": []}}, {"delivery_method": "voice"},
        {"title": ""}, {"title": "x" * 200}, {"title": "x" * 201}, {"title": "a\nb"},
        {"title": 1}, {"title": None}, {"message": "x" * 1600}, {"message": "x" * 1601},
        {"message": "a\x07b"}, {"priority": "urgent"}, {"delivery_method": "mail"},
        {"unknown": 1}, {"recipient_filters": {"tags": [""]}},
        {"recipient_filters": {"tags": ["x" * 65]}},
        {"recipient_filters": {"tags": ["x"] * 51}}, {"recipient_filters": {"active_only": 1}},
        {"recipient_filters": {"other": True}}, {"recipient_filters": []},
    ):  # fmt: skip
        yield "POST", alerts, DRAFT | change, JSON
    for change in (
        {}, {"phone_number": "+14155550101", "tags": ["a", "b"], "active": False},
        {"phone_number": "+14155550102", "preferences": {"voice_enabled": True}},
        {"phone_number": "+14155550100"}, {"phone_number": "4155550103"},
        {"phone_number": "+0155550103"}, {"phone_number": "+1415"}, {"name": ""},
        {"name": "x" * 201}, {"active": "true"}, {"preferences": {"fax": True}}, {"other": 1},
    ):  # fmt: skip
        yield "POST", recipients, PERSON | change, JSON
    once = JSON | {"Idempotency-Key": "k1"}
    yield "POST", alerts, DRAFT, once
    yield "POST", alerts, DRAFT, once
    yield "POST", alerts, DRAFT | {"title": "U"}, once
    yield "POST", alerts, DRAFT, JSON | {"Idempotency-Key": "with space"}
    yield "POST", alerts, DRAFT, {"Content-Type": "text/plain"}
    yield "POST", alerts, "{", JSON
    yield "POST", f"{alerts}?x=1", DRAFT, JSON
    yield "GET", alerts, None, {"X-API-Key": ""}
    yield "GET", alerts, None, {"X-API-Key": KEY[:-1] + "x"}
    yield "GET", alerts, None, {"X-API-Key": cell.reader}
    yield "POST", alerts, DRAFT, JSON | {"X-API-Key": cell.reader}
    yield "POST", alerts, {}, JSON | {"X-API-Key": cell.reader}


def answers(base: str, cell: Cell) -> list:
    """Status, type, headers that matter and body of each answer."""
    found = []
    for method, path, body, headers in requests(cell):
        data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        if body is None:
            data = None
        request = urllib.request.Request(
            base + path, data, {"X-API-Key": KEY} | headers, method=method
        )
        try:
            with urllib.request.urlopen(request) as answer:
                status, fields, content = answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as error:
            status, fields, content = error.code, error.headers, error.read()
        told = {
            "content_type": fields["Content-Type"],
            "etag": fields["ETag"],
            "replayed": fields["Idempotency-Replayed"],
            "request_id": bool(fields["X-Request-Id"]),
        }
        found.append((f"{method} {path} {data}", status, told, json.loads(content)))
    return found


def shape(value, name=""):
    """A body with what differs from run to run reduced to its kind: IDs and moments drawn here.

    What an error says in words is each service's own; its code and the names of its fields are not.
    """
    if isinstance(value, dict):
        return {key: shape(member, key) for key, member in value.items()}
    if isinstance(value, list):
        if name == "fields":
            return sorted({field["field"] for field in value})
        return [shape(member) for member in value]
    if name in ("message", "request_id", "created_at", "updated_at", "next_cursor"):
        return [type(value).__name__, len(value) if name.endswith("_at") else None]
    if name in ("alert_id", "recipient_id") and not value.split("_")[1].startswith("000"):
        return len(value)
    return value


def differences(ours: list, theirs: list) -> list[str]:
    """Requests that were answered differently."""
    different = []
    for (request, *mine), (_, *other) in zip(ours, theirs, strict=True):
        mine[2], other[2] = shape(mine[2]), shape(other[2])
        if json.dumps(mine) != json.dumps(other):
            different.append(f"{request[:200]}\n  ours:  {mine}\n  peer:  {other}"[:1500])
    return different
