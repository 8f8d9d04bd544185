"""A cell without a worker: database, AWS, a simulated Twilio, and the API that takes alerts in."""

import contextlib
import dataclasses
import json
import pathlib
import time
import urllib.error
import urllib.request

from cell import api, database, emulator, names, processes

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


@contextlib.contextmanager
def running(programs: pathlib.Path, ministack: pathlib.Path, folder: pathlib.Path):
    """The cell, for as long as it is needed, in an empty folder."""
    # The server's own user has to get there.
    folder.chmod(0o755)
    (folder / "database").mkdir()
    (folder / "aws").mkdir()
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(database.running(folder / "database"))
        server.make_roles()
        aws = stack.enter_context(emulator.running(str(ministack), folder / "aws"))
        secrets = api.secrets() | {"twilio": json.dumps(CREDENTIALS)} | database.SECRETS
        aws.prepare(secrets, server.endpoint)
        ports = {name: processes.free_port() for name in ("api", "twilio", "worker")}
        environment = names.environment(aws.address, server.root_certificates) | {
            f"BIZCOMMS_QUEUE_{name.replace('-', '_').upper()}_URL": aws.make_queue(name)
            for name in QUEUES
        }
        aws.subscribe("alert-processing", "alert-events")
        # Nobody takes callbacks: what they cost is the API's.
        environment |= {
            "BIZCOMMS_ENVIRONMENT": "measured",
            "BIZCOMMS_SERVICE_API_PUBLIC_URL": "http://127.0.0.1:9",
            "PEER_DATABASE_PORT": str(server.port),
        }
        database.run(programs / "bizcomms-api", "migrate", environment=environment)
        credentials = folder / "twilio.json"
        credentials.write_text(json.dumps(CREDENTIALS))
        twilio = [
            programs / "twilio-simulator", "--port", str(ports["twilio"]), "--credentials", credentials,
            "--latency", str(TWILIO_LATENCY_MILLISECONDS), "--step", "3600000",
        ]  # fmt: skip
        simulator = processes.running(twilio, environment, folder / "twilio.log")
        processes.wait_until_it_listens(ports["twilio"], stack.enter_context(simulator))
        command = [programs / "bizcomms-api", "serve", "--host", "127.0.0.1"]
        log = folder / "api.log"
        own = environment | {"BIZCOMMS_PORT": str(ports["api"])}
        process = stack.enter_context(processes.running(command, own, log))
        base = f"http://127.0.0.1:{ports['api']}"
        processes.wait_until_it_answers(f"{base}/health", process, log)
        yield Cell(
            base, f"http://127.0.0.1:{ports['twilio']}", server,
            environment | {"BIZCOMMS_PORT": str(ports["worker"])}, folder,
        )  # fmt: skip
