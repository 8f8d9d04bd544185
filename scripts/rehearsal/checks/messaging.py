"""Topics and queues: attributes, delivery, and what becomes of a message that is never deleted."""

import json

from rehearsal.checks import Cell, World, expect, one

QUEUES = ["alert-processing", "analytics", "webhooks"]


def queues_hold_a_message_30_seconds_and_give_up_after_3_attempts(world: World, emulator) -> None:
    for cell in world.cells:
        for name in QUEUES:
            found = attributes(emulator, cell, name)
            dead = attributes(emulator, cell, f"{name}-dlq")
            expect(f"{cell.name} {name} visibility", "30", found["VisibilityTimeout"])
            expect(f"{cell.name} {name} retention", str(4 * 86_400),
                   found["MessageRetentionPeriod"])
            expect(f"{cell.name} {name}-dlq retention", str(14 * 86_400),
                   dead["MessageRetentionPeriod"])
            redrive = json.loads(found["RedrivePolicy"])
            expected = {"deadLetterTargetArn": dead["QueueArn"], "maxReceiveCount": 3}
            redrive["maxReceiveCount"] = int(redrive["maxReceiveCount"])
            expect(f"{cell.name} {name} redrive", expected, redrive)


def a_topic_delivers_to_each_queue_unwrapped(world: World, emulator) -> None:
    for cell in world.cells:
        text = json.dumps({"alert": cell.name})
        topic = f"arn:aws:sns:{cell.region}:{world.account}:{cell.prefix}-alert-events"
        emulator.client("sns", cell.region).publish(TopicArn=topic, Message=text)
        for name in QUEUES:
            message = receive(emulator, cell, name)
            expect(f"{cell.name} {name} message", text, message["Body"])
            emulator.client("sqs", cell.region).delete_message(
                QueueUrl=url(emulator, cell, name), ReceiptHandle=message["ReceiptHandle"])


def a_message_received_3_times_lands_in_the_dead_letter_queue(world: World, emulator) -> None:
    for cell in world.cells:
        client = emulator.client("sqs", cell.region)
        for name in QUEUES:
            queue = url(emulator, cell, name)
            client.send_message(QueueUrl=queue, MessageBody="never deleted")
            for _ in range(3):
                handle = receive(emulator, cell, name)["ReceiptHandle"]
                client.change_message_visibility(
                    QueueUrl=queue, ReceiptHandle=handle, VisibilityTimeout=0)
            again = client.receive_message(QueueUrl=queue, WaitTimeSeconds=0).get("Messages", [])
            expect(f"{cell.name} {name} after 3 attempts", [], again)
            dead = receive(emulator, cell, f"{name}-dlq")
            expect(f"{cell.name} {name}-dlq message", "never deleted", dead["Body"])


def url(emulator, cell: Cell, name: str) -> str:
    client = emulator.client("sqs", cell.region)
    return client.get_queue_url(QueueName=f"{cell.prefix}-{name}")["QueueUrl"]


def attributes(emulator, cell: Cell, name: str) -> dict[str, str]:
    client = emulator.client("sqs", cell.region)
    found = client.get_queue_attributes(QueueUrl=url(emulator, cell, name), AttributeNames=["All"])
    return found["Attributes"]


def receive(emulator, cell: Cell, name: str) -> dict:
    found = emulator.client("sqs", cell.region).receive_message(
        QueueUrl=url(emulator, cell, name), WaitTimeSeconds=2, MaxNumberOfMessages=10)
    return one(f"messages in {cell.name} {name}", found.get("Messages", []))


CHECKS = [
    queues_hold_a_message_30_seconds_and_give_up_after_3_attempts,
    a_topic_delivers_to_each_queue_unwrapped,
    a_message_received_3_times_lands_in_the_dead_letter_queue,
]
