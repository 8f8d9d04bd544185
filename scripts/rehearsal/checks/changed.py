"""What the change has changed, and which of the other checks it must therefore fail."""

from rehearsal import change
from rehearsal.checks import World, edge, expect, messaging, observability


def queues_keep_messages_as_long_as_the_change_says(world: World, emulator) -> None:
    for cell in world.cells:
        found = messaging.attributes(emulator, cell, "alert-processing")
        expect(f"{cell.name} alert-processing retention", str(change.QUEUE_RETENTION.value),
               found["MessageRetentionPeriod"])


def log_groups_keep_events_as_long_as_the_change_says(world: World, emulator) -> None:
    for cell in world.cells:
        name = f"/aws/eks/{cell.prefix}-eks/cluster"
        groups = emulator.read("logs", cell.region, "describe_log_groups", "logGroups",
                               logGroupNamePrefix=name)
        expect(f"retention of {name}", [change.LOG_RETENTION.value],
               [group.get("retentionInDays") for group in groups])


def the_firewall_admits_as_many_requests_as_the_change_says(world: World, emulator) -> None:
    for cell in world.cells:
        limits = {rule["Statement"]["RateBasedStatement"]["Limit"]
                  for rule in edge.rates(edge.firewall(emulator, cell))}
        expect(f"{cell.name} rates", [change.RATE.value], list(limits))


def the_alarm_of_the_queue_waits_for_as_many_messages_as_the_change_says(
    world: World, emulator
) -> None:
    for cell in world.cells:
        found = observability.alarm(emulator, cell, " SQS Queue Backup")
        expect(f"{cell.name} threshold", change.THRESHOLD.value, found["Threshold"])
        expect(f"{cell.name} alarm still tells somebody", True, bool(found["AlarmActions"]))


CHECKS = [
    queues_keep_messages_as_long_as_the_change_says,
    log_groups_keep_events_as_long_as_the_change_says,
    the_firewall_admits_as_many_requests_as_the_change_says,
    the_alarm_of_the_queue_waits_for_as_many_messages_as_the_change_says,
]
# What these expect is what the change has changed: on the roots as changed they fail, and no other.
CONTRADICTED = [
    messaging.queues_hide_a_message_30_seconds_and_keep_it_4_days_or_14_once_dead,
    edge.the_firewall_answers_429_beyond_1000_requests_in_5_minutes,
    observability.every_cell_has_the_alarms_with_their_thresholds_and_somebody_hears_them,
]
