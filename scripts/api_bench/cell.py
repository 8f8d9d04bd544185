"""What both services are given: PostgreSQL with TLS and data in it, and a stand-in for AWS."""

import contextlib
import hashlib
import json
import pathlib

from cell import database, names, processes

KEY = "bzc_measured_0123456789012345678901234567890123456789"
ALERT = "alert_00000000000000000000000500"
DELIVERIES = 50
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
    """A database with data in it, and what a service is started with."""

    def __init__(self, folder: pathlib.Path, server: database.Database) -> None:
        self.folder = folder
        self.database = server
        self.aws_port = processes.free_port()
        self.environment = names.environment(
            f"http://127.0.0.1:{self.aws_port}", server.root_certificates
        )

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

    def fresh_database(self) -> None:
        """The data as it was in the beginning."""
        self.database.psql("DROP DATABASE IF EXISTS alerts WITH (FORCE)")
        self.database.psql("CREATE DATABASE alerts TEMPLATE prepared OWNER migrator")
        self.database.psql("CHECKPOINT")

    def prepare(self, program: str) -> None:
        """Makes the tables with the API's own migration, and fills them."""
        self.database.make_roles()
        database.run(program, "migrate", environment=self.environment)
        self.database.psql(DATA, "alerts")
        self.database.psql("ALTER DATABASE alerts RENAME TO prepared")


SETTINGS = """
max_connections = 60
shared_buffers = 256MB
max_wal_size = 4GB
checkpoint_timeout = 1h
autovacuum = off
"""


@contextlib.contextmanager
def running(folder: pathlib.Path, python: str, program: str):
    """A cell, for as long as it is needed."""
    with database.running(folder, SETTINGS) as server:
        cell = Cell(folder, server)
        state = {
            "secrets": {
                "api-keys": cell.api_keys,
                **database.SECRETS,
                "twilio": '{"account_sid":"AC1","auth_token":"t","sender":"+15005550006"}',
            },
            "endpoints": {"writer": server.endpoint, "reader": server.endpoint},
            "deliveries": {ALERT: deliveries()},
        }
        (folder / "state.json").write_text(json.dumps(state))
        stand_in = pathlib.Path(__file__).with_name("stand_in.py")
        command = [python, "-B", stand_in, str(cell.aws_port), folder / "state.json"]
        with processes.running(command, cell.environment, folder / "aws.log") as process:
            processes.wait_until_it_listens(cell.aws_port, process)
            cell.prepare(program)
            yield cell
