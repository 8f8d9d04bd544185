"""An emulator of AWS that holds what the API finds in a cell."""

import contextlib
import json
import os
import pathlib
import urllib.parse
import urllib.request

from . import names, processes

# Where an operation of JSON is named, and the content type that goes with it, by service.
TARGETS = {
    "dynamodb": ("DynamoDB_20120810", "application/x-amz-json-1.0"),
    "secretsmanager": ("secretsmanager", "application/x-amz-json-1.1"),
    "sqs": ("AmazonSQS", "application/x-amz-json-1.0"),
    "ssm": ("AmazonSSM", "application/x-amz-json-1.1"),
}


class Emulator:
    """Where it answers. It takes any signature, and tells services apart by whom one is for."""

    def __init__(self, address: str) -> None:
        self.address = address

    def call(self, service: str, operation: str, **parameters) -> dict:
        """One operation of a service that speaks JSON; what it answers."""
        target, kind = TARGETS[service]
        headers = {"X-Amz-Target": f"{target}.{operation}", "Content-Type": kind}
        return json.loads(self._send(service, json.dumps(parameters).encode(), headers) or b"{}")

    def make_topic(self, name: str) -> None:
        """A topic."""
        self._call_sns("CreateTopic", Name=name)

    def make_queue(self, name: str) -> str:
        """A queue; its URL."""
        return self.call("sqs", "CreateQueue", QueueName=name)["QueueUrl"]

    def subscribe(self, queue: str, topic: str) -> None:
        """Lets a queue have a topic's messages as they were published."""
        self._call_sns("Subscribe", **{
            "TopicArn": names.arn("sns", topic), "Protocol": "sqs",
            "Endpoint": names.arn("sqs", queue), "Attributes.entry.1.key": "RawMessageDelivery",
            "Attributes.entry.1.value": "true",
        })  # fmt: skip

    def _call_sns(self, operation: str, **parameters) -> None:
        """One operation of SNS, which speaks in forms."""
        form = {"Action": operation, "Version": "2010-03-31", **parameters}
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        self._send("sns", urllib.parse.urlencode(form).encode(), headers)

    def _send(self, service: str, body: bytes, headers: dict[str, str]) -> bytes:
        scope = f"Credential=test/20260101/{names.REGION}/{service}/aws4_request"
        signature = f"AWS4-HMAC-SHA256 {scope}, SignedHeaders=host, Signature=0"
        request = urllib.request.Request(
            self.address, body, headers | {"Authorization": signature}, method="POST"
        )
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def prepare(self, secrets: dict[str, str], endpoint: str) -> None:
        """Makes the resources that `names` names; the database is at `endpoint`."""
        for topic in names.TOPICS:
            self.make_topic(topic)
        for name, value in secrets.items():
            self.call("secretsmanager", "CreateSecret", Name=name, SecretString=value)
        for role in ("writer", "reader"):
            self.call(
                "ssm", "PutParameter", Name=f"{names.ENDPOINTS}/{role}", Value=endpoint,
                Type="String",
            )  # fmt: skip
        keys = {"alert_id": "HASH", "recipient_channel": "RANGE"}
        self.call(
            "dynamodb", "CreateTable", TableName=names.TABLE, BillingMode="PAY_PER_REQUEST",
            KeySchema=[{"AttributeName": name, "KeyType": kind} for name, kind in keys.items()],
            AttributeDefinitions=[{"AttributeName": name, "AttributeType": "S"} for name in keys],
        )  # fmt: skip


@contextlib.contextmanager
def running(program: str, folder: pathlib.Path):
    """Starts it on a free port of loopback, empty; it ends in the end."""
    port = processes.free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
    environment |= {
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(port),
        "MINISTACK_ACCOUNT_ID": names.ACCOUNT,
        "SFTP_ENABLED": "0",
        "TMPDIR": str(folder),
        "S3_DATA_DIR": str(folder / "s3"),
        "STATE_DIR": str(folder / "state"),
        # Containers, such as those of Lambda, are not for these checks.
        "DOCKER_HOST": f"unix://{folder}/none.sock",
        "MINISTACK_DOCKER_TIMEOUT": "1",
    }
    log = folder / "emulator.log"
    with processes.running([program], environment, log, folder) as process:
        processes.wait_until_it_listens(port, process, seconds=60)
        yield Emulator(f"http://127.0.0.1:{port}")
