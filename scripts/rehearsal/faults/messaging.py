"""Queues and a subscription that are not what they should be."""

import json

from rehearsal.checks import World, messaging
from rehearsal.faults import between


def _attribute(world: World, emulator, name: str, value: str):
    """An attribute of one queue has another value."""
    cell = world.cells[-1]
    client = emulator.client("sqs", cell.region)
    url = messaging.url(emulator, cell, "webhooks")
    before = messaging.attributes(emulator, cell, "webhooks")[name]

    def put(text: str) -> None:
        client.set_queue_attributes(QueueUrl=url, Attributes={name: text})

    return between(lambda: put(value), lambda: put(before))


def a_queue_hides_a_message_for_60_seconds(world: World, emulator):
    return _attribute(world, emulator, "VisibilityTimeout", "60")


def a_queue_has_no_redrive_policy(world: World, emulator):
    return _attribute(world, emulator, "RedrivePolicy", "")


def a_queue_admits_nobody(world: World, emulator):
    return _attribute(world, emulator, "Policy", "")


def a_subscription_lets_nothing_through(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("sns", cell.region)
    found = client.list_subscriptions_by_topic(TopicArn=messaging.topic(world, cell))
    arn = next(subscription["SubscriptionArn"] for subscription in found["Subscriptions"]
               if subscription["Endpoint"].endswith("-webhooks"))

    def put(policy: str) -> None:
        client.set_subscription_attributes(
            SubscriptionArn=arn, AttributeName="FilterPolicy", AttributeValue=policy)

    return between(lambda: put(json.dumps({"kind": ["none"]})), lambda: put(""))


FAULTS = {
    messaging.queues_hide_a_message_30_seconds_and_keep_it_4_days_or_14_once_dead:
        a_queue_hides_a_message_for_60_seconds,
    messaging.queues_give_up_after_3_attempts_to_a_queue_that_takes_only_theirs:
        a_queue_has_no_redrive_policy,
    messaging.queues_admit_messages_of_their_topic_alone: a_queue_admits_nobody,
    messaging.a_topic_delivers_to_each_queue_unwrapped: a_subscription_lets_nothing_through,
    messaging.a_message_received_3_times_lands_in_the_dead_letter_queue:
        a_queue_has_no_redrive_policy,
}
