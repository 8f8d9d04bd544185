"""What both services are given: PostgreSQL with TLS and data in it, and a stand-in for AWS."""

import contextlib
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys

from . import processes

KEY = "bzc_measured_0123456789012345678901234567890123456789"
ALERT = "alert_00000000000000000000000500"
DELIVERIES = 50
# The variables that the chart sets: the names of the resources.
NAMES = {
    "BIZCOMMS_CELL": "cell-use1-01",
    "BIZCOMMS_DATABASE_ALERTS_NAME": "alerts",
    "BIZCOMMS_DATABASE_ALERTS_ENDPOINTS": "/alerts/endpoints",
    "BIZCOMMS_SECRET_API_KEYS_NAME": "api-keys",
    "BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME": "application",
    "BIZCOMMS_SECRET_DATABASE_ALERTS_MIGRATION_NAME": "migration",
    "BIZCOMMS_SECRET_TWILIO_NAME": "twilio",
    "BIZCOMMS_TABLE_DELIVERIES_NAME": "deliveries",
    "BIZCOMMS_TOPIC_ALERT_EVENTS_ARN": "arn:aws:sns:us-east-1:000000000000:alert-events",
    "BIZCOMMS_TOPIC_DELIVERY_STATUS_ARN": "arn:aws:sns:us-east-1:000000000000:delivery-status",
    "AWS_REGION": "us-east-1",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_EC2_METADATA_DISABLED": "true",
}

# 1,000 recipients, of whom a tenth are on call, and 1,000 alerts.
DATA = """
INSERT INTO recipients SELECT 'recip_' || lpad(n::text, 26, '0'), 'Ada Lovelace ' || n,
  '+4420' || 10000000 + n, true, n % 2 = 0,
  CASE WHEN n % 10 = 0 THEN E'on-call\\nteam-' || n % 20 ELSE 'team-' || n % 20 END,
  true, NULL, now(), now(), 1 FROM generate_series(1, 1000) n;
INSERT INTO recipient_tags SELECT 'team-' || n % 20, 'recip_' || lpad(n::text, 26, '0')
  FROM generate_series(1, 1000) n;
INSERT INTO recipient_tags SELECT 'on-call', 'recip_' || lpad(n::text, 26, '0')
  FROM generate_series(10, 1000, 10) n;
INSERT INTO alerts SELECT 'alert_' || lpad(n::text, 26, '0'), 'Database failover ' || n,
  'The primary of the billing database failed over to its replica. Writes were refused for eleven '
  || 'seconds. No action is needed.', CASE WHEN n % 4 = 0 THEN 'high' ELSE 'normal' END, 'sms',
  E'billing\\non-call', true, 'completed', 100, 50, 'cell-use1-01', now(), now(), 2
  FROM generate_series(1, 1000) n;
VACUUM ANALYZE;
"""


def deliveries() -> list[dict]:
    """Items of an alert as DynamoDB holds them."""
    return [
        {
            "alert_id": {"S": ALERT},
            "recipient_channel": {"S": f"recip_{number:026}#sms"},
            "status": {"S": "delivered"},
            "phone_number": {"S": f"+4420{10000000 + number}"},
            "home_cell": {"S": "cell-use1-01"},
            "twilio_sid": {"S": f"SM{number:032}"},
            "sent_at": {"S": "2026-11-01T12:00:00.000Z"},
            "delivered_at": {"S": "2026-11-01T12:00:02.000Z"},
            "updated_at": {"S": "2026-11-01T12:00:02.000Z"},
            "version": {"N": "3"},
            "expires_at": {"N": "1900000000"},
        }
        for number in range(1, DELIVERIES + 1)
    ]


class Cell:
    """A folder with a database's server and certificates; programs of Debian's PostgreSQL."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.port = processes.free_port()
        self.aws_port = processes.free_port()
        versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        self.programs = versions[-1] if versions else pathlib.Path("/usr/bin")
        self.environment = {
            "PATH": os.environ["PATH"],
            **NAMES,
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.aws_port}",
            "BIZCOMMS_DATABASE_ROOT_CERTIFICATES": str(folder / "authority.pem"),
        }

    @property
    def api_keys(self) -> str:
        """The secret of the keys: one that may ask without end, and one that may only read."""
        secrets = {"measured": (KEY, ["read", "write"]), "reader": (self.reader, ["read"])}
        keys = [
            {
                "name": name,
                "prefix": key[:12],
                "sha256": hashlib.sha256(key.encode()).hexdigest(),
                "scopes": scopes,
                "requests_per_minute": 1_000_000_000,
            }
            for name, (key, scopes) in secrets.items()
        ]
        return json.dumps({"keys": keys})

    reader = "bzc_readonly_0123456789012345678901234567890123456789"

    def psql(self, statements: str, database: str = "postgres") -> None:
        """Runs statements as the superuser."""
        run(
            self.programs / "psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1",
            f"--host={self.folder}", f"--port={self.port}", "--username=postgres",
            f"--dbname={database}", input_text=statements,
        )  # fmt: skip

    def fresh_database(self) -> None:
        """The data as it was in the beginning."""
        self.psql("DROP DATABASE IF EXISTS alerts WITH (FORCE)")
        self.psql("CREATE DATABASE alerts TEMPLATE prepared OWNER migrator")
        self.psql("CHECKPOINT")

    def prepare(self, program: str) -> None:
        """Makes the tables with the API's own migration, and fills them."""
        self.psql(
            "CREATE ROLE migrator LOGIN PASSWORD 'migrator';"
            "CREATE ROLE service LOGIN PASSWORD 'service';"
            "CREATE DATABASE alerts OWNER migrator"
        )
        self.psql("ALTER SCHEMA public OWNER TO migrator", "alerts")
        run(program, "migrate", environment=self.environment)
        self.psql(DATA, "alerts")
        self.psql("ALTER DATABASE alerts RENAME TO prepared")

    @property
    def database_process(self) -> int:
        """The process that all of the database's are below."""
        return int((self.folder / "data/postmaster.pid").read_text().split()[0])


def run(program, *arguments, input_text=None, environment=None) -> None:
    """Runs a program to its end; its output is shown where it fails."""
    result = subprocess.run(
        [str(program), *map(str, arguments)], input=input_text, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    if result.returncode:
        sys.exit(f"error: `{program}` failed:\n{result.stdout}")


def make_certificates(folder: pathlib.Path) -> None:
    """A certificate for `localhost` and the authority that signed it."""
    key = ["-newkey", "rsa:2048", "-nodes"]
    run("openssl", "req", "-x509", *key, "-days", "2", "-subj", "/CN=authority",
        "-addext", "keyUsage=critical,keyCertSign", "-keyout", folder / "authority.key",
        "-out", folder / "authority.pem")  # fmt: skip
    run("openssl", "req", *key, "-subj", "/CN=localhost", "-addext",
        "subjectAltName=DNS:localhost", "-keyout", folder / "server.key",
        "-out", folder / "server.csr")  # fmt: skip
    run("openssl", "x509", "-req", "-in", folder / "server.csr", "-CA", folder / "authority.pem",
        "-CAkey", folder / "authority.key", "-CAcreateserial", "-copy_extensions", "copy",
        "-days", "2", "-out", folder / "server.pem")  # fmt: skip
    (folder / "server.key").chmod(0o600)


@contextlib.contextmanager
def running(folder: pathlib.Path, python: str, program: str):
    """A cell, for as long as it is needed."""
    cell = Cell(folder)
    folder.chmod(0o755)
    make_certificates(folder)
    owned = []
    if os.geteuid() == 0:
        owned = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        for path in (folder, folder / "server.key", folder / "server.pem"):
            shutil.chown(path, "postgres")
    def server(name, *arguments):
        run(*owned, cell.programs / name, *arguments)

    data = folder / "data"
    server("initdb", f"--pgdata={data}", "--username=postgres", "--auth-local=trust",
           "--auth-host=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync")  # fmt: skip
    with (data / "postgresql.conf").open("a") as settings:
        # Without `fsync` the disk of the machine is not measured.
        settings.write(
            f"unix_socket_directories = '{folder}'\nport = {cell.port}\nfsync = off\n"
            "listen_addresses = 'localhost'\nmax_connections = 60\nshared_buffers = 256MB\n"
            "max_wal_size = 4GB\ncheckpoint_timeout = 1h\nautovacuum = off\n"
            f"ssl = on\nssl_cert_file = '{folder}/server.pem'\nssl_key_file = '{folder}/server.key'\n"
        )
    server("pg_ctl", "start", "--wait", "--silent", f"--pgdata={data}", f"--log={folder}/log")
    try:
        endpoint = f"localhost:{cell.port}"
        state = {
            "secrets": {
                "api-keys": cell.api_keys,
                "application": '{"username":"service","password":"service"}',
                "migration": '{"username":"migrator","password":"migrator"}',
                "twilio": '{"account_sid":"AC1","auth_token":"t","sender":"+15005550006"}',
            },
            "endpoints": {"writer": endpoint, "reader": endpoint},
            "deliveries": {ALERT: deliveries()},
        }
        (folder / "state.json").write_text(json.dumps(state))
        stand_in = pathlib.Path(__file__).with_name("stand_in.py")
        command = [python, "-B", stand_in, str(cell.aws_port), folder / "state.json"]
        with processes.running(command, cell.environment, folder / "aws.log") as process:
            processes.wait_until_it_listens(cell.aws_port, process)
            cell.prepare(program)
            yield cell
    finally:
        server("pg_ctl", "stop", "--silent", "--mode=immediate", f"--pgdata={data}")
