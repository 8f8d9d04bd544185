"""The API as it runs in a cell: on PostgreSQL with TLS, and on an emulator of AWS."""

import contextlib
import dataclasses
import hashlib
import json
import pathlib
import tempfile
from collections.abc import Callable

from . import database, emulator, names, processes

KEY = "bzc_checking_0123456789012345678901234567890123456789"
TOKEN = "the token that signs callbacks"


@dataclasses.dataclass(frozen=True)
class CellAPI:
    """One that runs."""

    base: str
    aws: emulator.Emulator
    database: database.Database
    environment: dict[str, str]  # what every service of the cell is told
    logs: pathlib.Path


def secrets() -> dict[str, str]:
    """What the secrets hold; the key may ask without end."""
    key = {
        "name": "check",
        "prefix": KEY[:12],
        "sha256": hashlib.sha256(KEY.encode()).hexdigest(),
        "scopes": ["read", "write"],
        "requests_per_minute": 1_000_000_000,
    }
    twilio = {"account_sid": "AC" + 32 * "0", "auth_token": TOKEN, "sender": "+15005550006"}
    return {"api-keys": json.dumps({"keys": [key]}), "twilio": json.dumps(twilio)}


@contextlib.contextmanager
def running(
    program: str,
    ministack: str,
    own_secrets: dict[str, str] | None = None,
    prepare: Callable[[emulator.Emulator], dict[str, str]] = lambda aws: {},
):
    """The API with its tables made, for as long as it is needed.

    `own_secrets` take the place of those of the same name; `prepare` makes what else the cell needs, and
    says what services are told of it.
    """
    with contextlib.ExitStack() as stack:
        folders = [
            pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(2)
        ]
        server = stack.enter_context(database.running(folders[0]))
        aws = stack.enter_context(emulator.running(ministack, folders[1]))
        aws.prepare(secrets() | (own_secrets or {}) | database.SECRETS, server.endpoint)
        server.make_roles()
        environment = names.environment(aws.address, server.root_certificates) | prepare(aws)
        database.run(program, "migrate", environment=environment)
        port = processes.free_port()
        own = environment | {"BIZCOMMS_PORT": str(port)}
        command, log = [program, "serve", "--host", "127.0.0.1"], folders[1] / "api.log"
        process = stack.enter_context(processes.running(command, own, log))
        base = f"http://127.0.0.1:{port}"
        processes.wait_until_it_answers(f"{base}/health", process, log)
        yield CellAPI(base, aws, server, environment, folders[1])
