"""Alarms, dashboards and logs."""

from rehearsal.checks import Cell, World, expect, one

# The overview's alarms: what follows the cell's prefix, the threshold in the metric's unit, and the
# comparison. Aurora's lag is in milliseconds.
ALARMS = [
    (" API High Error Rate", 10.0, "GreaterThanThreshold"),
    (" SQS Queue Backup", 100.0, "GreaterThanThreshold"),
    ("-alerts Aurora High CPU", 80.0, "GreaterThanThreshold"),
    ("-alerts Aurora Replication Lag", 5000.0, "GreaterThanThreshold"),
    (" EKS Node Failure", 2.0, "LessThanThreshold"),
]
SERVICES = ["api", "worker", "poller"]
DASHBOARDS = ["api", "worker", "infrastructure"]


def every_cell_has_the_alarms_with_their_thresholds_and_somebody_hears_them(
    world: World, emulator
) -> None:
    for cell in world.cells:
        topic = f"arn:aws:sns:{cell.region}:{world.account}:{cell.prefix}-alarms"
        for name, threshold, comparison in ALARMS:
            found = alarm(emulator, cell, name)
            expect(f"{cell.prefix}{name}", (threshold, comparison, True, [topic]),
                   (found["Threshold"], found["ComparisonOperator"], found["ActionsEnabled"],
                    found["AlarmActions"]))
        subscribers = emulator.read(
            "sns", cell.region, "list_subscriptions_by_topic", "Subscriptions", TopicArn=topic)
        expect(f"{cell.name} tells", ["email"], [found["Protocol"] for found in subscribers])


def every_cell_has_its_dashboards(world: World, emulator) -> None:
    for cell in world.cells:
        found = emulator.read(
            "cloudwatch", cell.region, "list_dashboards", "DashboardEntries")
        names = {entry["DashboardName"] for entry in found}
        expected = {f"{cell.prefix}-{part}" for part in DASHBOARDS}
        expect(f"{cell.name} dashboards that are missing", [], sorted(expected - names))


def services_log_errors_for_30_days_and_debug_for_7(world: World, emulator) -> None:
    for cell in world.cells:
        groups = {
            group["logGroupName"]: group.get("retentionInDays")
            for group in emulator.read("logs", cell.region, "describe_log_groups", "logGroups")
        }
        for service in SERVICES:
            name = log_group(cell, service)
            expect(f"retention of {name}", 30, groups.get(name))
            expect(f"retention of {name}/debug", 7, groups.get(f"{name}/debug"))
        forever = [name for name, days in groups.items() if not days]
        expect(f"{cell.name} log groups without a retention", [], forever)


def services_logs_go_to_the_archive(world: World, emulator) -> None:
    for cell in world.cells:
        stream = f"{cell.prefix}-logs"
        described = emulator.client("firehose", cell.region).describe_delivery_stream(
            DeliveryStreamName=stream)["DeliveryStreamDescription"]
        destination = one(f"destination of {stream}", described["Destinations"])
        expect(f"destination of {stream}",
               f"arn:aws:s3:::{cell.prefix}-{world.account}-log-archive",
               destination["ExtendedS3DestinationDescription"]["BucketARN"])
        for service in SERVICES:
            filters = emulator.read(
                "logs", cell.region, "describe_subscription_filters", "subscriptionFilters",
                logGroupName=log_group(cell, service))
            found = one(f"filters of {log_group(cell, service)}", filters)
            expect(f"{log_group(cell, service)} goes to", described["DeliveryStreamARN"],
                   found["destinationArn"])


def log_group(cell: Cell, service: str) -> str:
    return f"/aws/eks/{cell.prefix}/{service}"


def alarm(emulator, cell: Cell, name: str) -> dict:
    """The alarm with a name that begins with the cell's prefix."""
    client = emulator.client("cloudwatch", cell.region)
    found = client.describe_alarms(AlarmNames=[f"{cell.prefix}{name}"])["MetricAlarms"]
    return one(f"alarm {cell.prefix}{name}", found)


CHECKS = [
    every_cell_has_the_alarms_with_their_thresholds_and_somebody_hears_them,
    every_cell_has_its_dashboards,
    services_log_errors_for_30_days_and_debug_for_7,
    services_logs_go_to_the_archive,
]
