"""What the change has changed."""

from rehearsal import change
from rehearsal.checks import World, expect, messaging


def queues_keep_messages_as_long_as_the_change_says(world: World, emulator) -> None:
    for cell in world.cells:
        found = messaging.attributes(emulator, cell, "alert-processing")
        expect(f"{cell.name} alert-processing retention",
               str(change.value("aws_sqs_queue", "message_retention_seconds")),
               found["MessageRetentionPeriod"])


def log_groups_keep_events_as_long_as_the_change_says(world: World, emulator) -> None:
    for cell in world.cells:
        name = f"/aws/eks/{cell.prefix}-eks/cluster"
        groups = emulator.read("logs", cell.region, "describe_log_groups", "logGroups",
                               logGroupNamePrefix=name)
        expect(f"retention of {name}",
               [change.value("aws_cloudwatch_log_group", "retention_in_days")],
               [group.get("retentionInDays") for group in groups])


CHECKS = [
    queues_keep_messages_as_long_as_the_change_says,
    log_groups_keep_events_as_long_as_the_change_says,
]
