"""Lets a request in: a key that is known, that may do it, and that has not asked too often."""

import hashlib
import hmac
import math
import time

import orjson
from fastapi import Request

from .errors import APIError

PREFIX_LENGTH = 12


class Key:
    """A key as the secret holds it, with its bucket of tokens."""

    def __init__(self, entry: dict) -> None:
        self.name: str = entry["name"]
        self.prefix: str = entry["prefix"]
        self.hash: str = entry["sha256"]
        self.scopes = frozenset(entry["scopes"])
        self.requests_per_minute: int = entry.get("requests_per_minute", 600)
        self._tokens = float(self.requests_per_minute)
        self._filled_at = time.monotonic()

    def take(self) -> int | None:
        """Takes a token; `None` where there is one, else how many seconds to wait for it."""
        now, rate = time.monotonic(), self.requests_per_minute / 60
        filled = self._tokens + (now - self._filled_at) * rate
        self._tokens, self._filled_at = min(self.requests_per_minute, filled), now
        if self._tokens < 1:
            return max(1, math.ceil((1 - self._tokens) / rate))
        self._tokens -= 1
        return None


class Gatekeeper:
    """The keys that are live."""

    def __init__(self, secret: str) -> None:
        self._keys = [Key(entry) for entry in orjson.loads(secret)["keys"]]

    def admit(self, request: Request, scope: str) -> Key:
        """The key of a request; raises 401, 403 or 429."""
        presented = request.headers.get("x-api-key")
        if presented is None:
            raise APIError(401, "unauthorized", "the header X-API-Key is missing")
        digest = hashlib.sha256(presented.encode("latin-1")).hexdigest()
        for key in self._keys:
            if key.prefix == presented[:PREFIX_LENGTH] and hmac.compare_digest(key.hash, digest):
                break
        else:
            raise APIError(401, "unauthorized", "the key in X-API-Key is not known")
        if scope not in key.scopes:
            raise APIError(403, "forbidden", f"this key may not {scope}")
        if wait := key.take():
            raise APIError(
                429, "too_many_requests", f"wait {wait} s", headers={"Retry-After": str(wait)}
            )
        request.state.api_key = key.prefix
        return key


async def reads(request: Request) -> Key:
    """Of a route that reads."""
    return request.app.state.gatekeeper.admit(request, "read")


async def writes(request: Request) -> Key:
    """Of a route that writes JSON."""
    key = request.app.state.gatekeeper.admit(request, "write")
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind != "application/json":
        raise APIError(415, "unsupported_media_type", "send `Content-Type: application/json`")
    return key


async def no_query(request: Request) -> None:
    """Of a route that takes no parameters."""
    if request.query_params:
        fields = [(name, "is unknown; none is taken here") for name in request.query_params]
        raise APIError(400, "invalid_request", "fields are wrong", fields)
