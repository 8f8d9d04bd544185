"""The emulator: its process, and clients of the AWS API that talk to it."""

import contextlib
import dataclasses
import functools
import os
import pathlib
import socket
import subprocess
import time

import botocore.config
import botocore.session

from rehearsal.failure import Failure

START_LIMIT_SECONDS = 60


@dataclasses.dataclass(frozen=True)
class Emulator:
    """Where the emulator listens, and the certificate that it has made for itself."""

    url: str
    certificate: str

    @functools.cache
    def client(self, service: str, region: str):
        """A client of one service in one region; it trusts no server but the emulator."""
        settings = botocore.config.Config(
            retries={"total_max_attempts": 2}, s3={"addressing_style": "path"}
        )
        return botocore.session.Session().create_client(
            service,
            region_name=region,
            endpoint_url=self.url,
            verify=self.certificate,
            aws_access_key_id="test",
            aws_secret_access_key="test",
            config=settings,
        )

    def read(self, service: str, region: str, operation: str, key: str, **parameters) -> list:
        """Every page's items of a list operation."""
        client = self.client(service, region)
        if not client.can_paginate(operation):
            return getattr(client, operation)(**parameters).get(key, [])
        pages = client.get_paginator(operation).paginate(**parameters)
        return [item for page in pages for item in page.get(key, [])]


def make_own_keys(emulator: Emulator, region: str) -> None:
    """Makes the keys that AWS has of its own in an account's region: the provider compares that of
    DynamoDB with a replica's."""
    client = emulator.client("kms", region)
    key = client.create_key(Description="DynamoDB's own")["KeyMetadata"]["KeyId"]
    client.create_alias(AliasName="alias/aws/dynamodb", TargetKeyId=key)


@contextlib.contextmanager
def running(executable: str, account: str, folder: pathlib.Path):
    """Starts the emulator on a free port of loopback, and stops it in the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "MINISTACK_ACCOUNT_ID": account,
        "SFTP_ENABLED": "0",
        # An EKS cluster's OIDC issuer has to be https, and is a page of the emulator.
        "USE_SSL": "1",
        "TMPDIR": str(folder),
        "DOCKER_HOST": f"unix://{folder}/nonexistent.sock",
        "MINISTACK_DOCKER_TIMEOUT": "1",
        "S3_DATA_DIR": str(folder / "s3"),
        "STATE_DIR": str(folder / "state"),
    }
    with open(folder / "emulator.log", "wb") as log:
        process = subprocess.Popen([executable], cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + START_LIMIT_SECONDS
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > deadline:
                    raise Failure((folder / "emulator.log").read_text()) from None
                time.sleep(0.1)
        certificate = folder / "ministack-tls" / "server.crt"
        yield Emulator(f"https://127.0.0.1:{port}", str(certificate))
    finally:
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
