"""A cell without a worker: database, AWS, a simulated Twilio, and the API that takes alerts in."""

import contextlib
import dataclasses
import json
import pathlib
import time
import urllib.error
import urllib.request

from cell import api, database, emulator, processes

TWILIO_LATENCY_MILLISECONDS = 100
CREDENTIALS = {
    "account_sid": "AC" + "0" * 32,
    "auth_token": "token",
    "sender": "+15005550006",
    "messages_per_second": 1_000_000,
    "calls_per_second": 1_000_000,
}
QUEUES = ("alert-processing", "alert-processing-dlq")


@dataclasses.dataclass(frozen=True)
class Cell:
    """One that runs."""

    api: str  # where the API is
    twilio: str  # where the simulated Twilio is
    database: database.Database
    environment: dict[str, str]  # what a worker is started with
    logs: pathlib.Path

    def add_recipients(self, first: int, last: int) -> None:
        """Recipients with these numbers, whom every alert reaches."""
        self.database.psql(
            "INSERT INTO recipients SELECT 'recip_' || lpad(n::text, 26, '0'), 'Person ' || n,"
            " '+1415' || 1000000 + n, true, false, '', true, NULL, now(), now(), 1"
            f" FROM generate_series({first}, {last}) n; VACUUM ANALYZE",
            "alerts",
        )

    def post(self, title: str) -> str:
        """An alert to everybody; its ID."""
        alert = {"title": title, "message": "Measured", "delivery_method": "sms"}
        return ask(f"{self.api}/v1/alerts", alert)["alert_id"]

    def is_completed(self, alert: str) -> bool:
        """Whether the worker has nothing left to do for an alert."""
        return ask(f"{self.api}/v1/alerts/{alert}")["status"] == "completed"

    def counts(self) -> dict:
        """What Twilio has accepted, and how often it was asked the same again."""
        return ask(f"{self.twilio}/simulator/counts")


def ask(url: str, body: dict | None = None, limit: float = 60) -> dict:
    """A request, repeated until somebody answers it."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"X-API-Key": api.KEY, "Content-Type": "application/json"}
    deadline = time.monotonic() + limit
    while True:
        try:
            request = urllib.request.Request(url, data=data, headers=headers)
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.loads(answer.read())
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def make_queues(aws: emulator.Emulator) -> dict[str, str]:
    """The worker's queues, and what it is told beside them."""
    queues = {
        f"BIZCOMMS_QUEUE_{name.replace('-', '_').upper()}_URL": aws.make_queue(name)
        for name in QUEUES
    }
    aws.subscribe("alert-processing", "alert-events")
    # Nobody takes callbacks: what they cost is the API's.
    return queues | {
        "BIZCOMMS_ENVIRONMENT": "measured",
        "BIZCOMMS_SERVICE_API_PUBLIC_URL": "http://127.0.0.1:9",
    }


@contextlib.contextmanager
def running(programs: pathlib.Path, ministack: pathlib.Path):
    """The cell, for as long as it is needed."""
    credentials = json.dumps(CREDENTIALS)
    with (
        api.running(
            str(programs / "bizcomms-api"), str(ministack), {"twilio": credentials}, make_queues
        ) as cell,
        contextlib.ExitStack() as stack,
    ):
        file = cell.logs / "twilio.json"
        file.write_text(credentials)
        port = processes.free_port()
        command = [
            programs / "twilio-simulator", "--port", str(port), "--credentials", file,
            "--latency", str(TWILIO_LATENCY_MILLISECONDS), "--step", "3600000",
        ]  # fmt: skip
        simulator = processes.running(command, cell.environment, cell.logs / "twilio.log")
        processes.wait_until_it_listens(port, stack.enter_context(simulator))
        yield Cell(
            cell.base, f"http://127.0.0.1:{port}", cell.database,
            cell.environment | {
                "BIZCOMMS_PORT": str(processes.free_port()),
                "PEER_DATABASE_PORT": str(cell.database.port),
            },
            cell.logs,
        )  # fmt: skip
