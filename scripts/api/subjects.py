"""What is checked: the API on a laptop, on SQLite, and as it runs in a cell, on PostgreSQL."""

import contextlib
import dataclasses
import json
import pathlib
import sqlite3

import laptop
from cell import api as cell_api
from cell import names

DELIVERY = ("alert_1a", "recip_1a#sms")
CREATED = "2026-01-01T00:00:00.000Z"


@dataclasses.dataclass(frozen=True)
class Subject:
    """An API that runs, a key that may ask without end, and Twilio's token; it knows of ``DELIVERY``."""

    name: str
    base: str
    key: str
    token: str


@contextlib.contextmanager
def on_sqlite(bizcomms: pathlib.Path):
    """The application of a laptop."""
    with laptop.running(str(bizcomms)) as application:
        laptop.lift_rates(application.data)
        attributes = {
            "status": "claimed",
            "phone_number": "+14155550123",
            "home_cell": "laptop",
            "updated_at": CREATED,
        }
        with sqlite3.connect(application.data / "tables.sqlite") as tables:
            tables.execute(
                "INSERT INTO items (table_name, partition_key, sort_key, version, attributes)"
                " VALUES ('deliveries', ?, ?, 1, ?)",
                (*DELIVERY, json.dumps(attributes)),
            )
        token = json.loads((application.data / "secrets/twilio").read_text())["auth_token"]
        yield Subject("SQLite", application.base, application.key, token)


@contextlib.contextmanager
def on_postgresql(bizcomms_api: pathlib.Path, ministack: pathlib.Path):
    """The API of a cell."""
    with cell_api.running(str(bizcomms_api), str(ministack)) as running:
        item = {
            "alert_id": DELIVERY[0],
            "recipient_channel": DELIVERY[1],
            "status": "claimed",
            "phone_number": "+14155550123",
            "home_cell": names.CELL,
            "updated_at": CREATED,
        }
        texts = {name: {"S": value} for name, value in item.items()}
        running.aws.call(
            "dynamodb", "PutItem", TableName=names.TABLE, Item=texts | {"version": {"N": "1"}}
        )
        yield Subject("PostgreSQL", running.base, cell_api.KEY, cell_api.TOKEN)
