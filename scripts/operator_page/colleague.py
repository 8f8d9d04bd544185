"""Somebody else, who asks the API while the page is open."""

import json
import urllib.error
import urllib.request


class Colleague:
    """A caller of the API with a key of its own or the same."""

    def __init__(self, base: str, key: str):
        self.base, self.key = base, key

    def ask(self, method: str, path: str, body: dict | None = None) -> dict | None:
        """The answer's value; raises urllib's errors for refusals."""
        request = urllib.request.Request(
            f"{self.base}{path}",
            json.dumps(body).encode() if body is not None else None,
            {"X-API-Key": self.key, "Content-Type": "application/json"},
            method=method,
        )
        with urllib.request.urlopen(request) as answer:
            text = answer.read()
            return json.loads(text) if text else None

    def recipient(self, name: str, number: str, **more) -> str:
        """Creates a recipient; their ID."""
        body = {"name": name, "phone_number": number, **more}
        return self.ask("POST", "/v1/recipients", body)["recipient_id"]

    def alert(self, title: str, **more) -> str:
        """Creates an alert; its ID."""
        body = {"title": title, "message": "M", "delivery_method": "sms", **more}
        return self.ask("POST", "/v1/alerts", body)["alert_id"]

    def change(self, path: str, **members) -> None:
        """Changes some members of what is at a path."""
        found = self.ask("GET", path)
        kept = WRITABLE["alerts" if path.startswith("/v1/alerts") else "recipients"]
        self.ask("PUT", path, {name: found[name] for name in kept} | members)


# What a PUT takes; the rest of an answer is the service's own.
WRITABLE = {
    "alerts": ("title", "message", "priority", "delivery_method", "recipient_filters"),
    "recipients": ("name", "phone_number", "preferences", "tags", "active"),
}
