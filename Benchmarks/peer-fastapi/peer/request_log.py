"""A line of JSON for each request, and the request's ID."""

import os
import re
import time
import uuid
from datetime import datetime, timezone

import orjson

from .models import moment_text


class RequestLog:
    """ASGI middleware: without Starlette's `BaseHTTPMiddleware`, which costs a task a request."""

    def __init__(self, app, cell: str) -> None:
        self.app = app
        self.cell = cell

    async def __call__(self, scope, receive, send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
        request_id = given if re.fullmatch(r"[!#-~]{1,64}", given) else uuid.uuid4().hex
        state = scope.setdefault("state", {})
        state["request_id"] = request_id
        start = time.perf_counter()
        status = 500

        async def send_with_id(message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"].append((b"x-request-id", request_id.encode()))
            await send(message)

        await self.app(scope, receive, send_with_id)
        route = scope.get("route")
        self.write(
            "request",
            api_key=state.get("api_key"),
            duration_ms=round((time.perf_counter() - start) * 1000),
            method=scope["method"],
            request_id=request_id,
            route=route.path if route else "unknown",
            status=status,
        )

    def write(self, message: str, **fields) -> None:
        """Writes a line to the standard output, whole."""
        line = {
            "time": moment_text(datetime.now(timezone.utc)),
            "level": "INFO",
            "message": message,
            "cell": self.cell,
            "service": "api",
            **fields,
        }
        os.write(1, orjson.dumps(line) + b"\n")
