"""Alarms, dashboards and logs."""

from rehearsal.checks import World, expect

# What an alarm of the overview watches: a part of its name, its threshold, its comparison.
ALARMS = [
    ("api-high-error-rate", 10.0, "GreaterThanThreshold"),
    ("queue-backup", 100.0, "GreaterThanThreshold"),
    ("aurora-high-cpu", 80.0, "GreaterThanThreshold"),
    ("aurora-replication-lag", 5.0, "GreaterThanThreshold"),
    ("node-failure", 2.0, "LessThanThreshold"),
]
SERVICES = ["api", "worker", "poller"]


def every_cell_has_the_alarms_with_their_thresholds_and_somebody_hears_them(
    world: World, emulator
) -> None:
    for cell in world.cells:
        alarms = {
            alarm["AlarmName"]: alarm
            for alarm in emulator.read("cloudwatch", cell.region, "describe_alarms", "MetricAlarms")
            if alarm["AlarmName"].startswith(cell.prefix)
        }
        for part, threshold, comparison in ALARMS:
            mine = [alarm for name, alarm in alarms.items() if part in name]
            if not mine:
                expect(f"{cell.name} alarms", part, sorted(alarms))
            for alarm in mine:
                name = alarm["AlarmName"]
                expect(f"{name} threshold", (threshold, comparison),
                       (alarm["Threshold"], alarm["ComparisonOperator"]))
                expect(f"{name} has an action", True, bool(alarm["AlarmActions"]))


def every_cell_has_its_dashboards(world: World, emulator) -> None:
    for cell in world.cells:
        found = emulator.read(
            "cloudwatch", cell.region, "list_dashboards", "DashboardEntries")
        names = [entry["DashboardName"] for entry in found]
        for part in ("api", "worker", "infrastructure"):
            if f"{cell.prefix}-{part}" not in names:
                expect(f"{cell.name} dashboards", f"{cell.prefix}-{part}", names)


def services_log_errors_for_30_days_and_debug_for_7(world: World, emulator) -> None:
    for cell in world.cells:
        groups = {
            group["logGroupName"]: group.get("retentionInDays")
            for group in emulator.read("logs", cell.region, "describe_log_groups", "logGroups")
        }
        for service in SERVICES:
            name = f"/aws/eks/{cell.prefix}/{service}"
            expect(f"retention of {name}", 30, groups.get(name))
            expect(f"retention of {name}/debug", 7, groups.get(f"{name}/debug"))
        forever = [name for name, days in groups.items() if not days]
        expect(f"{cell.name} log groups without a retention", [], forever)


CHECKS = [
    every_cell_has_the_alarms_with_their_thresholds_and_somebody_hears_them,
    every_cell_has_its_dashboards,
    services_log_errors_for_30_days_and_debug_for_7,
]
