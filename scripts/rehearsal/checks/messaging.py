"""Topics and queues: attributes, delivery, and what becomes of a message that is never deleted."""

import json

from rehearsal.checks import Cell, World, expect, one

QUEUES = ["alert-processing", "analytics", "webhooks"]


def queues_hide_a_message_30_seconds_and_keep_it_4_days_or_14_once_dead(
    world: World, emulator
) -> None:
    for cell in world.cells:
        for name in QUEUES:
            found = attributes(emulator, cell, name)
            dead = attributes(emulator, cell, f"{name}-dlq")
            expect(f"{cell.name} {name} visibility", "30", found["VisibilityTimeout"])
            expect(f"{cell.name} {name} retention", str(4 * 86_400),
                   found["MessageRetentionPeriod"])
            expect(f"{cell.name} {name}-dlq retention", str(14 * 86_400),
                   dead["MessageRetentionPeriod"])


def queues_give_up_after_3_attempts_to_a_queue_that_takes_only_theirs(
    world: World, emulator
) -> None:
    for cell in world.cells:
        for name in QUEUES:
            found = attributes(emulator, cell, name)
            dead = attributes(emulator, cell, f"{name}-dlq")
            redrive = json.loads(found.get("RedrivePolicy", "{}"))
            expect(f"{cell.name} {name} redrive", (dead["QueueArn"], "3"),
                   (redrive.get("deadLetterTargetArn"), str(redrive.get("maxReceiveCount"))))
            expected = {"redrivePermission": "byQueue", "sourceQueueArns": [found["QueueArn"]]}
            expect(f"{cell.name} {name}-dlq takes", expected,
                   json.loads(dead.get("RedriveAllowPolicy", "{}")))


def queues_admit_messages_of_their_topic_alone(world: World, emulator) -> None:
    for cell in world.cells:
        for name in QUEUES:
            policy = attributes(emulator, cell, name).get("Policy", "{}")
            allowed = [
                (statement["Principal"], statement["Action"], statement["Condition"])
                for statement in json.loads(policy).get("Statement", [])
                if statement["Effect"] == "Allow"
            ]
            condition = {"ArnEquals": {"aws:SourceArn": topic(world, cell)}}
            expected = [({"Service": "sns.amazonaws.com"}, ["sqs:SendMessage"], condition)]
            expect(f"{cell.name} {name} policy", expected, allowed)


def a_topic_delivers_to_each_queue_unwrapped(world: World, emulator) -> None:
    for cell in world.cells:
        text = json.dumps({"alert": cell.name})
        emulator.client("sns", cell.region).publish(TopicArn=topic(world, cell), Message=text)
        for name in QUEUES:
            message = receive(emulator, cell, name)
            delete(emulator, cell, name, message)
            expect(f"{cell.name} {name} message", text, message["Body"])


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
            for message in again:
                delete(emulator, cell, name, message)
            expect(f"{cell.name} {name} after 3 attempts", [], [m["Body"] for m in again])
            dead = receive(emulator, cell, f"{name}-dlq")
            delete(emulator, cell, f"{name}-dlq", dead)
            expect(f"{cell.name} {name}-dlq message", "never deleted", dead["Body"])


def topic(world: World, cell: Cell) -> str:
    """The ARN of the topic that feeds the queues."""
    return f"arn:aws:sns:{cell.region}:{world.account}:{cell.prefix}-alert-events"


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


def delete(emulator, cell: Cell, name: str, message: dict) -> None:
    emulator.client("sqs", cell.region).delete_message(
        QueueUrl=url(emulator, cell, name), ReceiptHandle=message["ReceiptHandle"])


CHECKS = [
    queues_hide_a_message_30_seconds_and_keep_it_4_days_or_14_once_dead,
    queues_give_up_after_3_attempts_to_a_queue_that_takes_only_theirs,
    queues_admit_messages_of_their_topic_alone,
    a_topic_delivers_to_each_queue_unwrapped,
    a_message_received_3_times_lands_in_the_dead_letter_queue,
]
