"""Answers for AWS while the API is measured: `python stand_in.py PORT STATE`.

An emulator takes longer for a query than the services that are measured; this one takes some ten
microseconds, so that the figures show the services. It keeps nothing and checks no signature: what it
answers are the secrets, the endpoints and the deliveries of the file STATE, and an ID for each
message that is published.
"""

import asyncio
import functools
import json
import pathlib
import sys
import urllib.parse
import uuid

import uvloop

STATE = json.loads(pathlib.Path(sys.argv[2]).read_text())
JSON_TYPE = b"application/x-amz-json-1.0"


@functools.lru_cache
def query(partition: str, after: str | None, limit: int) -> bytes:
    """Items of a partition after a sort key, as DynamoDB answers them."""
    items = STATE["deliveries"].get(partition, [])
    keys = [item["recipient_channel"]["S"] for item in items]
    first = 0 if after is None else sum(key <= after for key in keys)
    page = items[first : first + limit]
    answer = {"Items": page, "Count": len(page), "ScannedCount": len(page)}
    if first + limit < len(items):
        last = page[-1]["recipient_channel"]
        answer["LastEvaluatedKey"] = {"alert_id": {"S": partition}, "recipient_channel": last}
    return json.dumps(answer).encode()


def dynamodb_query(body: dict) -> bytes:
    """`Query` by partition key."""
    after = body.get("ExclusiveStartKey", {}).get("recipient_channel", {}).get("S")
    return query(body["ExpressionAttributeValues"][":partition"]["S"], after, body["Limit"])


def secret(body: dict) -> bytes:
    """`GetSecretValue`."""
    name = body["SecretId"]
    answer = {
        "ARN": name, "Name": name, "VersionId": "1", "SecretString": STATE["secrets"][name]
    }  # fmt: skip
    return json.dumps(answer).encode()


def parameters(body: dict) -> bytes:
    """`GetParametersByPath`."""
    found = [
        {"Name": f"{body['Path']}/{name}", "Type": "String", "Value": value, "Version": 1}
        for name, value in STATE["endpoints"].items()
    ]
    return json.dumps({"Parameters": found}).encode()


TARGETS = {
    b"DynamoDB_20120810.Query": dynamodb_query,
    b"secretsmanager.GetSecretValue": secret,
    b"AmazonSSM.GetParametersByPath": parameters,
}


def publish(body: bytes) -> bytes:
    """`Publish` of SNS."""
    action = urllib.parse.parse_qs(body.decode())["Action"]
    if action != ["Publish"]:
        raise ValueError(f"SNS is asked for {action}")
    return (
        '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>'
        f"<MessageId>{uuid.uuid4()}</MessageId></PublishResult><ResponseMetadata><RequestId>"
        "1</RequestId></ResponseMetadata></PublishResponse>"
    ).encode()


class Connection(asyncio.Protocol):
    """One connection that stays open."""

    def connection_made(self, transport):
        self.transport, self.buffer = transport, b""

    def data_received(self, data):
        self.buffer += data
        while (end := self.buffer.find(b"\r\n\r\n")) >= 0:
            headers = dict(
                (name.lower(), value.strip())
                for name, _, value in (
                    line.partition(b":") for line in self.buffer[:end].split(b"\r\n")[1:]
                )
            )
            length = int(headers.get(b"content-length", b"0"))
            if len(self.buffer) < end + 4 + length:
                return
            body = self.buffer[end + 4 : end + 4 + length]
            self.buffer = self.buffer[end + 4 + length :]
            self.answer(headers.get(b"x-amz-target"), body)

    def answer(self, target, body):
        """Answers one request."""
        if target is None:
            kind, content = b"text/xml", publish(body)
        else:
            kind, content = JSON_TYPE, TARGETS[target](json.loads(body))
        self.transport.write(
            b"HTTP/1.1 200 OK\r\nx-amzn-RequestId: 1\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n"
            % (kind, len(content)) + content
        )


async def main():
    """Listens until it is ended."""
    server = await asyncio.get_running_loop().create_server(
        Connection, "127.0.0.1", int(sys.argv[1])
    )
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(main())
