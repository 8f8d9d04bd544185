"""The services that are compared, and how each is started."""

import contextlib
import dataclasses
import pathlib

from cell import processes

from .cell import Cell

PEER = pathlib.Path("Benchmarks/peer-fastapi")


@dataclasses.dataclass(frozen=True)
class Service:
    """One of them."""

    name: str
    command: tuple[str, ...]
    folder: pathlib.Path | None = None


@dataclasses.dataclass(frozen=True)
class Running:
    """One that runs."""

    base: str
    process: int


def all_services(program: str, python: str) -> list[Service]:
    """Ours, then the peer with one worker and with two."""
    uvicorn = (
        python, "-B", "-m", "uvicorn", "peer.main:app", "--host", "127.0.0.1",
        "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning",
        "--no-server-header", "--timeout-keep-alive", "75",
    )  # fmt: skip
    return [
        Service("bizcomms-api", (program, "serve", "--host", "127.0.0.1")),
        Service("peer, 1 worker", (*uvicorn, "--workers", "1"), PEER),
        Service("peer, 2 workers", (*uvicorn, "--workers", "2"), PEER),
    ]


@contextlib.contextmanager
def running(service: Service, cell: Cell):
    """Runs a service on data as they were in the beginning."""
    cell.fresh_database()
    port = processes.free_port()
    environment = cell.environment | {
        "BIZCOMMS_PORT": str(port),
        "PEER_API_KEYS": cell.api_keys,
        "PEER_DATABASE_URL": f"postgresql+asyncpg://service:service@{cell.database.endpoint}/alerts",
    }
    command = service.command
    if service.folder:
        command = (*command, "--port", str(port))
    log = cell.folder / "service.log"
    log.unlink(missing_ok=True)
    with processes.running(command, environment, log, service.folder) as process:
        base = f"http://127.0.0.1:{port}"
        processes.wait_until_it_answers(f"{base}/health", process, log)
        yield Running(base, process.pid)
