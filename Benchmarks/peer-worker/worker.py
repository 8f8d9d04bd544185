"""A delivery worker with the duties of bizcomms-worker, as asyncio, aioboto3 and asyncpg make it.

It long-polls the queue, divides an alert into batches of 25 recipients that it sends to the same queue,
and makes the deliveries of a batch side by side: each is claimed in its item under a condition, sent to
Twilio, and recorded under a condition on its version; transitions are published ten at a time; a message
is kept hidden while it is worked on; the last batch completes the alert. What is not known to be sent is
left `unknown` (its settlement is not part of what is measured: no send fails there).
"""

import asyncio
import contextlib
import datetime
import json
import os
import signal
import ssl
import sys

import aioboto3
import aiohttp
import asyncpg
import uvloop
from botocore.config import Config
from botocore.exceptions import ClientError

LANES = 4
BATCH = 25
PAGE = 500
LEASE_SECONDS = 30
VISIBILITY_SECONDS = 30
SEND_SECONDS = 10
RETENTION_SECONDS = 30 * 86_400


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.timezone.utc)


def text_of(moment: datetime.datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


class Worker:
    """One process of the worker."""

    def __init__(self, sqs, sns, dynamodb, database, http, credentials, twilio_url: str) -> None:
        self.sqs, self.sns, self.dynamodb = sqs, sns, dynamodb
        self.database, self.http = database, http
        self.credentials = credentials
        self.cell = os.environ["BIZCOMMS_CELL"]
        self.queue = os.environ["BIZCOMMS_QUEUE_ALERT_PROCESSING_URL"]
        self.table = os.environ["BIZCOMMS_TABLE_DELIVERIES_NAME"]
        self.topic = os.environ["BIZCOMMS_TOPIC_DELIVERY_STATUS_ARN"]
        self.callback = (
            os.environ["BIZCOMMS_SERVICE_API_PUBLIC_URL"] + "/v1/callbacks/twilio/status?delivery="
        )
        self.messages = (
            f"{twilio_url}/2010-04-01/Accounts/{credentials['account_sid']}/Messages.json"
        )

    async def lane(self) -> None:
        while True:
            answer = await self.sqs.receive_message(
                QueueUrl=self.queue,
                MaxNumberOfMessages=1,
                WaitTimeSeconds=20,
                AttributeNames=["ApproximateReceiveCount"],
            )
            for message in answer.get("Messages", []):
                hiding = asyncio.create_task(self.keep_hidden(message["ReceiptHandle"]))
                try:
                    await self.act(json.loads(message["Body"]))
                finally:
                    hiding.cancel()
                    with contextlib.suppress(asyncio.CancelledError):
                        await hiding
                await self.sqs.delete_message(
                    QueueUrl=self.queue, ReceiptHandle=message["ReceiptHandle"]
                )

    async def keep_hidden(self, receipt: str) -> None:
        while True:
            await asyncio.sleep(VISIBILITY_SECONDS / 3)
            await self.sqs.change_message_visibility(
                QueueUrl=self.queue, ReceiptHandle=receipt, VisibilityTimeout=VISIBILITY_SECONDS
            )

    async def act(self, message: dict) -> None:
        if message["type"] == "alert.created":
            await self.plan(message["alert_id"])
        elif message["type"] == "peer.batch":
            await self.deliver(message["alert_id"], message["batch"])

    async def plan(self, alert_id: str) -> None:
        last, batches, total = "", 0, 0
        while True:
            async with self.database.acquire() as connection, connection.transaction():
                alert = await connection.fetchrow(
                    "SELECT status, priority FROM alerts WHERE alert_id = $1 FOR UPDATE", alert_id
                )
                if alert is None or alert["status"] not in ("queued", "sending"):
                    return
                rows = await connection.fetch(
                    "SELECT recipient_id FROM recipients WHERE opted_out_at IS NULL"
                    " AND sms_enabled AND active AND recipient_id > $1"
                    " ORDER BY recipient_id LIMIT $2",
                    last,
                    PAGE,
                )
                ids = [row["recipient_id"] for row in rows]
                parts = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
                await connection.executemany(
                    "INSERT INTO delivery_batches (alert_id, batch_number, home_cell, priority,"
                    " recipients, claimed_until, attempts, reconciled)"
                    " VALUES ($1, $2, $3, $4, $5, $6, 0, false)",
                    [
                        (alert_id, batches + n, "peer", alert["priority"], " ".join(part), now())
                        for n, part in enumerate(parts)
                    ],
                )
                total += len(ids)
                ended = len(ids) < PAGE
                await connection.execute(
                    "UPDATE alerts SET status = 'sending', total_recipients = $2,"
                    " updated_at = $3, version = version + 1 WHERE alert_id = $1",
                    alert_id,
                    total if ended else None,
                    now(),
                )
            bodies = [
                json.dumps({"type": "peer.batch", "alert_id": alert_id, "batch": batches + n})
                for n in range(len(parts))
            ]
            for start in range(0, len(bodies), 10):
                await self.sqs.send_message_batch(
                    QueueUrl=self.queue,
                    Entries=[
                        {"Id": str(n), "MessageBody": body}
                        for n, body in enumerate(bodies[start : start + 10])
                    ],
                )
            batches += len(parts)
            if ended:
                return
            last = ids[-1]

    async def deliver(self, alert_id: str, number: int) -> None:
        async with self.database.acquire() as connection:
            batch = await connection.fetchrow(
                "UPDATE delivery_batches SET claimed_until = $3, attempts = attempts + 1"
                " WHERE alert_id = $1 AND batch_number = $2 RETURNING recipients",
                alert_id,
                number,
                now() + datetime.timedelta(seconds=LEASE_SECONDS),
            )
            if batch is None:
                return
            alert = await connection.fetchrow("SELECT * FROM alerts WHERE alert_id = $1", alert_id)
            recipients = await connection.fetch(
                "SELECT * FROM recipients WHERE recipient_id = ANY($1)", batch["recipients"].split()
            )
        transitions: list[str] = []
        await asyncio.gather(*(self.send(alert, each, transitions) for each in recipients))
        for start in range(0, len(transitions), 10):
            await self.sns.publish_batch(
                TopicArn=self.topic,
                PublishBatchRequestEntries=[
                    {"Id": str(n), "Message": text}
                    for n, text in enumerate(transitions[start : start + 10])
                ],
            )
        async with self.database.acquire() as connection, connection.transaction():
            row = await connection.fetchrow(
                "SELECT status, total_recipients FROM alerts WHERE alert_id = $1 FOR UPDATE",
                alert_id,
            )
            await connection.execute(
                "DELETE FROM delivery_batches WHERE alert_id = $1 AND batch_number = $2",
                alert_id,
                number,
            )
            left = await connection.fetchval(
                "SELECT batch_number FROM delivery_batches WHERE alert_id = $1 LIMIT 1", alert_id
            )
            if row["status"] == "sending" and row["total_recipients"] is not None and left is None:
                await connection.execute(
                    "UPDATE alerts SET status = 'completed', updated_at = $2,"
                    " version = version + 1 WHERE alert_id = $1",
                    alert_id,
                    now(),
                )

    async def send(self, alert, recipient, transitions: list[str]) -> None:
        key = f"{alert['alert_id']}.{recipient['recipient_id']}.sms"
        item = {
            "alert_id": {"S": alert["alert_id"]},
            "recipient_channel": {"S": f"{recipient['recipient_id']}#sms"},
            "phone_number": {"S": recipient["phone_number"]},
            "home_cell": {"S": self.cell},
            "expires_at": {"N": str(int(now().timestamp()) + RETENTION_SECONDS)},
        }

        async def put(status: str, version: int, **more: str) -> None:
            moment = text_of(now())
            condition = (
                {"ConditionExpression": "attribute_not_exists(alert_id)"}
                if version == 1
                else {
                    "ConditionExpression": "version = :v",
                    "ExpressionAttributeValues": {":v": {"N": str(version - 1)}},
                }
            )
            values = {"status": status, "updated_at": moment, **more}
            await self.dynamodb.put_item(
                TableName=self.table,
                Item=item
                | {name: {"S": value} for name, value in values.items()}
                | {"version": {"N": str(version)}},
                **condition,
            )
            transitions.append(
                json.dumps(
                    {
                        "delivery_id": key,
                        "alert_id": alert["alert_id"],
                        "recipient_id": recipient["recipient_id"],
                        "channel": "sms",
                        "status": status,
                        "at": moment,
                    }
                )
            )

        try:
            await put("claimed", 1, claimed_until=text_of(now()))
        except ClientError as error:
            if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
                return
            raise
        form = {
            "To": recipient["phone_number"],
            "From": self.credentials["sender"],
            "Body": f"{alert['title']}\n{alert['message']}",
            "StatusCallback": self.callback + key,
        }
        try:
            async with self.http.post(self.messages, data=form) as response:
                body = await response.json()
                if response.status == 201:
                    await put("sent", 2, twilio_sid=body["sid"], sent_at=text_of(now()))
                elif 400 <= response.status < 500:
                    await put("failed", 2)
                else:
                    await put("unknown", 2)
        except (aiohttp.ClientError, asyncio.TimeoutError):
            await put("unknown", 2)


async def main() -> None:
    twilio_url = sys.argv[1]
    session = aioboto3.Session()
    config = Config(max_pool_connections=200, retries={"mode": "standard"})
    async with (
        session.client("sqs", config=config) as sqs,
        session.client("sns", config=config) as sns,
        session.client("dynamodb", config=config) as dynamodb,
        session.client("secretsmanager") as secrets,
    ):

        async def secret(variable: str) -> dict:
            answer = await secrets.get_secret_value(SecretId=os.environ[variable])
            return json.loads(answer["SecretString"])

        login = await secret("BIZCOMMS_SECRET_DATABASE_ALERTS_APPLICATION_NAME")
        credentials = await secret("BIZCOMMS_SECRET_TWILIO_NAME")
        context = ssl.create_default_context(
            cafile=os.environ["BIZCOMMS_DATABASE_ROOT_CERTIFICATES"]
        )
        database = await asyncpg.create_pool(
            host="localhost",
            port=int(os.environ["PEER_DATABASE_PORT"]),
            user=login["username"],
            password=login["password"],
            database=os.environ["BIZCOMMS_DATABASE_ALERTS_NAME"],
            ssl=context,
            min_size=8,
            max_size=8,
        )
        http = aiohttp.ClientSession(
            auth=aiohttp.BasicAuth(credentials["account_sid"], credentials["auth_token"]),
            connector=aiohttp.TCPConnector(limit=200),
            timeout=aiohttp.ClientTimeout(total=SEND_SECONDS),
        )
        worker = Worker(sqs, sns, dynamodb, database, http, credentials, twilio_url)
        tasks = [asyncio.create_task(worker.lane()) for _ in range(LANES)]
        stop = asyncio.Event()
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait([stopping, *tasks], return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            if task.done():
                task.result()
            task.cancel()
        await http.close()
        await database.close()


if __name__ == "__main__":
    uvloop.run(main())
