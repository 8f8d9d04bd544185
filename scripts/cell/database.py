"""A PostgreSQL server of its own, with TLS, in a folder; programs of Debian's PostgreSQL."""

import contextlib
import os
import pathlib
import shutil
import subprocess
import sys

from . import processes

ROLES = """
CREATE ROLE migrator LOGIN PASSWORD 'migrator';
CREATE ROLE service LOGIN PASSWORD 'service';
CREATE DATABASE alerts OWNER migrator;
"""
# What the secrets say of the roles, by the last part of the secret's name.
SECRETS = {
    "application": '{"username":"service","password":"service"}',
    "migration": '{"username":"migrator","password":"migrator"}',
}


class Database:
    """A server, and how it is reached."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder = folder
        self.port = processes.free_port()
        versions = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))
        self.programs = versions[-1] if versions else pathlib.Path("/usr/bin")

    @property
    def endpoint(self) -> str:
        """Host and port, as the parameters of a cell have them."""
        return f"localhost:{self.port}"

    @property
    def root_certificates(self) -> pathlib.Path:
        """Who signed the server's certificate."""
        return self.folder / "authority.pem"

    @property
    def process(self) -> int:
        """The process that all of the server's are below."""
        return int((self.folder / "data/postmaster.pid").read_text().split()[0])

    def psql(self, statements: str, database: str = "postgres") -> None:
        """Runs statements as the superuser."""
        run(
            self.programs / "psql", "--quiet", "--no-psqlrc", "--set=ON_ERROR_STOP=1",
            f"--host={self.folder}", f"--port={self.port}", "--username=postgres",
            f"--dbname={database}", input_text=statements,
        )  # fmt: skip

    def make_roles(self) -> None:
        """Makes an empty database `alerts` and who may use it."""
        self.psql(ROLES)
        # Since PostgreSQL 15 only a database's owner may make tables in its public schema.
        self.psql("ALTER SCHEMA public OWNER TO migrator", "alerts")


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
def running(folder: pathlib.Path, settings: str = ""):
    """A server, for as long as it is needed; `settings` are added to its configuration."""
    database = Database(folder)
    folder.chmod(0o755)
    make_certificates(folder)
    owned = []
    if os.geteuid() == 0:
        # The server refuses to be root.
        owned = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]
        for path in (folder, folder / "server.key", folder / "server.pem"):
            shutil.chown(path, "postgres")

    def server(name, *arguments):
        run(*owned, database.programs / name, *arguments)

    data = folder / "data"
    server("initdb", f"--pgdata={data}", "--username=postgres", "--auth-local=trust",
           "--auth-host=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync")  # fmt: skip
    with (data / "postgresql.conf").open("a") as configuration:
        # Without `fsync` the disk of the machine is not measured.
        configuration.write(
            f"unix_socket_directories = '{folder}'\nport = {database.port}\nfsync = off\n"
            "listen_addresses = 'localhost'\n"
            f"ssl = on\nssl_cert_file = '{folder}/server.pem'\nssl_key_file = '{folder}/server.key'\n"
            + settings
        )
    server("pg_ctl", "start", "--wait", "--silent", f"--pgdata={data}", f"--log={folder}/log")
    try:
        yield database
    finally:
        server("pg_ctl", "stop", "--silent", "--mode=immediate", f"--pgdata={data}")
