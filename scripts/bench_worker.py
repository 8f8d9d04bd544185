"""Measures the delivery worker and its peer: one alert to many recipients, from POST to the last send.

Both get the same cell: PostgreSQL with TLS, the AWS emulator, a simulated Twilio that takes 100 ms, and
the release build of the alert API that takes the alert in. They run alternately, each three times.
"""

import argparse
import asyncio
import contextlib
import dataclasses
import hashlib
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

import aioboto3

import evidence

KEY = "bzc_measured_0123456789012345678901234567890123456789"
CREDENTIALS = {
    "account_sid": "AC" + "0" * 32,
    "auth_token": "token",
    "sender": "+15005550006",
    "messages_per_second": 1_000_000,
    "calls_per_second": 1_000_000,
}
LATENCY_MILLISECONDS = 100
RUNS = 3
# A long poll of a worker that has ended still takes messages at the emulator, for so long.
LONG_POLL_SECONDS = 20
TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


@dataclasses.dataclass(frozen=True)
class Figures:
    """What one run has shown."""

    subject: str
    deliveries: int
    seconds: float  # from POST to the last send
    cpu_seconds: float  # of the worker's process
    peak_mebibytes: float

    @property
    def per_second(self) -> float:
        return self.deliveries / self.seconds

    @property
    def cpu_milliseconds_each(self) -> float:
        return 1000 * self.cpu_seconds / self.deliveries

    @property
    def per_core_second(self) -> float:
        return self.deliveries / self.cpu_seconds


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def run(*command, **options) -> None:
    """Runs a program to its end; its output is shown where it fails."""
    result = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, **options
    )
    if result.returncode:
        sys.exit(f"error: `{command[0]}` failed:\n{result.stdout}{result.stderr}")


class Database:
    """A PostgreSQL server with TLS, in a folder."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.port = free_port()
        versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        self.programs = versions[-1] if versions else pathlib.Path("/usr/bin")

    def psql(self, statements: str, database: str = "postgres") -> None:
        run(
            self.programs / "psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1",
            f"--host={self.folder}", f"--port={self.port}", "--username=postgres",
            f"--dbname={database}", input=statements,
        )  # fmt: skip

    def server(self, name: str, *arguments) -> None:
        """Runs a program of the server, which refuses to be root."""
        owned = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        run(*(owned if os.geteuid() == 0 else []), self.programs / name, *arguments, cwd="/")

    @contextlib.contextmanager
    def running(self):
        folder, data = self.folder, self.folder / "data"
        folder.chmod(0o755)
        key = ["-newkey", "rsa:2048", "-nodes"]
        run("openssl", "req", "-x509", *key, "-days", "2", "-subj", "/CN=authority",
            "-addext", "keyUsage=critical,keyCertSign",
            "-keyout", folder / "authority.key", "-out", folder / "authority.pem")  # fmt: skip
        run("openssl", "req", *key, "-subj", "/CN=localhost", "-addext",
            "subjectAltName=DNS:localhost", "-keyout", folder / "server.key",
            "-out", folder / "server.csr")  # fmt: skip
        run("openssl", "x509", "-req", "-in", folder / "server.csr", "-CA",
            folder / "authority.pem", "-CAkey", folder / "authority.key", "-CAcreateserial",
            "-copy_extensions", "copy", "-days", "2", "-out", folder / "server.pem")  # fmt: skip
        (folder / "server.key").chmod(0o600)
        if os.geteuid() == 0:
            for path in (folder, folder / "server.key", folder / "server.pem"):
                shutil.chown(path, "postgres")
        self.server("initdb", f"--pgdata={data}", "--username=postgres", "--auth-local=trust",
                    "--auth-host=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--no-sync")  # fmt: skip
        with (data / "postgresql.conf").open("a") as settings:
            settings.write(
                f"unix_socket_directories = '{folder}'\nport = {self.port}\nfsync = off\n"
                "listen_addresses = 'localhost'\nssl = on\n"
                f"ssl_cert_file = '{folder}/server.pem'\nssl_key_file = '{folder}/server.key'\n"
            )
        self.server("pg_ctl", "start", "--wait", "--silent", f"--pgdata={data}",
                    f"--log={folder}/log")  # fmt: skip
        try:
            yield self
        finally:
            self.server("pg_ctl", "stop", "--silent", "--mode=immediate", f"--pgdata={data}")


@contextlib.contextmanager
def process(command: list, environment: dict[str, str], log: pathlib.Path):
    """A program that runs; it is told to end at the end."""
    with log.open("ab") as output:
        child = subprocess.Popen(
            [str(part) for part in command], env=environment, stdout=output, stderr=output
        )
    try:
        yield child
        if child.poll() is not None:
            sys.exit(f"error: `{command[0]}` ended by itself; its log:\n{log.read_text()[-3000:]}")
    finally:
        if child.poll() is None:
            child.send_signal(signal.SIGTERM)
            child.wait(timeout=60)


def ask(url: str, body: dict | None = None, limit: float = 60) -> dict:
    """A request, repeated until somebody answers it."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"X-API-Key": KEY, "Content-Type": "application/json"}
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


async def prepare_aws(endpoint: str, port: int) -> dict[str, str]:
    """Makes what a cell has; the variables that tell of it."""
    names = {
        "BIZCOMMS_CELL": "cell-use1-01",
        "BIZCOMMS_ENVIRONMENT": "measured",
        "BIZCOMMS_DATABASE_ALERTS_NAME": "alerts",
        "BIZCOMMS_DATABASE_ALERTS_ENDPOINTS": "/measured/alerts",
        "BIZCOMMS_TABLE_DELIVERIES_NAME": "deliveries",
    }
    secrets = {
        "API_KEYS": {
            "keys": [
                {
                    "name": "measured",
                    "prefix": KEY[:12],
                    "sha256": hashlib.sha256(KEY.encode()).hexdigest(),
                    "scopes": ["read", "write"],
                    "requests_per_minute": 1_000_000,
                }
            ]
        },
        "TWILIO": CREDENTIALS,
        "DATABASE_ALERTS_APPLICATION": {"username": "service", "password": "service"},
        "DATABASE_ALERTS_MIGRATION": {"username": "migrator", "password": "migrator"},
    }
    session = aioboto3.Session(
        aws_access_key_id="test", aws_secret_access_key="test", region_name="us-east-1"
    )

    def client(service: str):
        return session.client(service, endpoint_url=endpoint)

    async with client("secretsmanager") as manager:
        for name, value in secrets.items():
            names[f"BIZCOMMS_SECRET_{name}_NAME"] = name.lower()
            await manager.create_secret(Name=name.lower(), SecretString=json.dumps(value))
    async with client("ssm") as parameters:
        for name in ("writer", "reader"):
            await parameters.put_parameter(
                Name=f"/measured/alerts/{name}", Value=f"localhost:{port}", Type="String"
            )
    async with client("dynamodb") as dynamodb:
        keys = {"alert_id": "HASH", "recipient_channel": "RANGE"}
        await dynamodb.create_table(
            TableName="deliveries",
            BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": key, "KeyType": kind} for key, kind in keys.items()],
            AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in keys],
        )
    async with client("sns") as sns, client("sqs") as sqs:
        for name in ("ALERT_EVENTS", "DELIVERY_STATUS"):
            topic = await sns.create_topic(Name=name.lower())
            names[f"BIZCOMMS_TOPIC_{name}_ARN"] = topic["TopicArn"]
        for name in ("ALERT_PROCESSING_DLQ", "ALERT_PROCESSING"):
            queue = await sqs.create_queue(QueueName=name.lower())
            names[f"BIZCOMMS_QUEUE_{name}_URL"] = queue["QueueUrl"]
        attributes = await sqs.get_queue_attributes(
            QueueUrl=names["BIZCOMMS_QUEUE_ALERT_PROCESSING_URL"], AttributeNames=["QueueArn"]
        )
        await sns.subscribe(
            TopicArn=names["BIZCOMMS_TOPIC_ALERT_EVENTS_ARN"],
            Protocol="sqs",
            Endpoint=attributes["Attributes"]["QueueArn"],
            Attributes={"RawMessageDelivery": "true"},
        )
    return names


def cpu_seconds(child: subprocess.Popen) -> float:
    fields = pathlib.Path(f"/proc/{child.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_PER_SECOND


def peak_mebibytes(child: subprocess.Popen) -> float:
    for line in pathlib.Path(f"/proc/{child.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise ValueError("the kernel tells no peak of memory")


def measure(
    subject: str, command: list, environment: dict, folder: pathlib.Path, api: str, twilio: str,
    recipients: int,
) -> Figures:  # fmt: skip
    """Starts a worker, posts an alert, and waits until Twilio has a message for every recipient."""
    with process(command, environment, folder / f"{subject}.log") as child:
        # It has read its secrets and polls the queue.
        time.sleep(3)
        before = ask(f"{twilio}/simulator/counts")["accepted"]
        used = cpu_seconds(child)
        began = time.monotonic()
        alert = ask(
            f"{api}/v1/alerts",
            {"title": f"{subject} {began}", "message": "Measured", "delivery_method": "sms"},
        )["alert_id"]
        while ask(f"{twilio}/simulator/counts")["accepted"] < before + recipients:
            if time.monotonic() > began + 600:
                sys.exit(f"error: {subject} has not sent everything in ten minutes")
            time.sleep(0.05)
        seconds = time.monotonic() - began
        while ask(f"{api}/v1/alerts/{alert}")["status"] != "completed":
            if time.monotonic() > began + 660:
                sys.exit(f"error: {subject} does not complete its alert")
            time.sleep(0.1)
        counts = ask(f"{twilio}/simulator/counts")
        if counts["accepted"] != before + recipients or counts["repeated"]:
            sys.exit(f"error: {subject} sent something twice: {counts}")
        return Figures(
            subject, recipients, seconds, cpu_seconds(child) - used, peak_mebibytes(child)
        )


def page(figures: list[Figures], recipients: int) -> str:
    """The evidence as Markdown."""
    rows = "".join(
        f"| {each.subject} | {each.seconds:.1f} | {each.per_second:.0f} "
        f"| {each.cpu_milliseconds_each:.2f} | {each.per_core_second:.0f} "
        f"| {each.peak_mebibytes:.0f} |\n"
        for each in figures
    )

    def median(subject: str, value) -> float:
        return statistics.median(value(each) for each in figures if each.subject == subject)

    cpu = {s: median(s, lambda each: each.cpu_milliseconds_each) for s in ("ours", "peer")}
    memory = {s: median(s, lambda each: each.peak_mebibytes) for s in ("ours", "peer")}
    seconds = {s: median(s, lambda each: each.seconds) for s in ("ours", "peer")}
    ratio = cpu["peer"] / cpu["ours"]
    verdict = "reached" if ratio >= 5 else "**missed**"
    return (
        f"\nOne alert to {recipients:,} recipients; Twilio takes {LATENCY_MILLISECONDS} ms. The "
        "emulator of AWS is one process of Python and bounds both, so what a delivery costs the worker "
        "in CPU is what compares them.\n\n"
        "| worker | seconds from POST to the last send | deliveries/s | CPU per delivery, ms "
        "| deliveries per second of a core | peak memory, MiB |\n"
        "|---|---|---|---|---|---|\n" + rows + "\n"
        f"Medians: a delivery costs ours {cpu['ours']:.2f} ms of CPU and the peer "
        f"{cpu['peer']:.2f} ms, {ratio:.1f} times as much; the target of 5 times per core is {verdict}. "
        f"Memory: {memory['ours']:.0f} MiB against {memory['peer']:.0f} MiB. Time: "
        f"{seconds['ours']:.1f} s against {seconds['peer']:.1f} s.\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--emulator", type=pathlib.Path, required=True)
    parser.add_argument("--recipients", type=int, required=True)
    parser.add_argument("--evidence", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    recipients = arguments.recipients
    with tempfile.TemporaryDirectory() as name, contextlib.ExitStack() as stack:
        # The server's own user has to get there.
        pathlib.Path(name).chmod(0o755)
        folder = pathlib.Path(name, "cell")
        folder.mkdir()
        logs = pathlib.Path(name)
        database = stack.enter_context(Database(folder).running())
        database.psql(
            "CREATE ROLE migrator LOGIN PASSWORD 'migrator';"
            "CREATE ROLE service LOGIN PASSWORD 'service';"
            "CREATE DATABASE alerts OWNER migrator"
        )
        database.psql("ALTER SCHEMA public OWNER TO migrator", "alerts")
        aws_port, api_port, twilio_port = free_port(), free_port(), free_port()
        emulator = {
            "PATH": os.environ["PATH"], "HOME": name, "BIND_HOST": "127.0.0.1",
            "GATEWAY_PORT": str(aws_port), "SFTP_ENABLED": "0",
            "DOCKER_HOST": "unix:///nonexistent.sock", "MINISTACK_DOCKER_TIMEOUT": "1",
            "MINISTACK_ACCOUNT_ID": "123456789012", "S3_DATA_DIR": name, "STATE_DIR": name,
        }  # fmt: skip
        stack.enter_context(process([arguments.emulator], emulator, logs / "aws.log"))
        aws = f"http://127.0.0.1:{aws_port}"
        wait_for(aws_port)
        names = asyncio.run(prepare_aws(aws, database.port))
        environment = {
            "PATH": os.environ["PATH"], "AWS_ENDPOINT_URL": aws, "AWS_REGION": "us-east-1",
            "AWS_DEFAULT_REGION": "us-east-1", "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test", "AWS_EC2_METADATA_DISABLED": "true",
            "BIZCOMMS_DATABASE_ROOT_CERTIFICATES": str(folder / "authority.pem"),
            # Nobody takes callbacks: what they cost is the API's.
            "BIZCOMMS_SERVICE_API_PUBLIC_URL": "http://127.0.0.1:9",
            "BIZCOMMS_PORT": str(api_port), "PEER_DATABASE_PORT": str(database.port), **names,
        }  # fmt: skip
        run(arguments.programs / "bizcomms-api", "migrate", env=environment)
        database.psql(
            "INSERT INTO recipients SELECT 'recip_' || lpad(n::text, 26, '0'), 'Person ' || n,"
            " '+1415' || 1000000 + n, true, false, '', true, NULL, now(), now(), 1"
            f" FROM generate_series(1, {recipients}) n; VACUUM ANALYZE",
            "alerts",
        )
        secret = folder / "twilio.json"
        secret.write_text(json.dumps(CREDENTIALS))
        stack.enter_context(
            process(
                [arguments.programs / "twilio-simulator", "--port", twilio_port, "--credentials",
                 secret, "--latency", LATENCY_MILLISECONDS, "--step", 3_600_000],
                environment, logs / "twilio.log",
            )
        )  # fmt: skip
        api = f"http://127.0.0.1:{api_port}"
        twilio = f"http://127.0.0.1:{twilio_port}"
        stack.enter_context(
            process(
                [arguments.programs / "bizcomms-api", "serve", "--host", "127.0.0.1"],
                environment, logs / "api.log",
            )
        )  # fmt: skip
        ask(f"{api}/health")
        # The worker's own health server must not take the API's port.
        own = environment | {"BIZCOMMS_PORT": str(free_port())}
        commands = {
            "ours": [arguments.programs / "bizcomms-worker", "run", "--twilio-url", twilio],
            "peer": [sys.executable, "-B", "Benchmarks/peer-worker/worker.py", twilio],
        }
        figures = []
        for _ in range(RUNS):
            for subject, command in commands.items():
                result = measure(subject, command, own, logs, api, twilio, recipients)
                print(json.dumps(dataclasses.asdict(result)), flush=True)
                figures.append(result)
                time.sleep(LONG_POLL_SECONDS + 2)
        raw = "\n".join(json.dumps(dataclasses.asdict(each)) for each in figures)
        head = evidence.heading(
            "The delivery worker, measured",
            f"RECIPIENTS={arguments.recipients} make bench ARGUMENTS=worker",
        )
        text = page(figures, recipients)
        arguments.evidence.write_text(f"{head}{text}\n## Raw figures\n\n```json\n{raw}\n```\n")
        print(text)


def wait_for(port: int) -> None:
    """Returns when somebody listens on a port of this machine."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    sys.exit(f"error: nobody listens on port {port}")


if __name__ == "__main__":
    main()
