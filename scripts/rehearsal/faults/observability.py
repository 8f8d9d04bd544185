"""An alarm, a dashboard and logs that are not what they should be."""

from rehearsal.checks import World, observability
from rehearsal.faults import between


def an_alarm_tells_nobody(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("cloudwatch", cell.region)
    names = {"AlarmNames": [f"{cell.prefix}{observability.ALARMS[-1][0]}"]}
    return between(lambda: client.disable_alarm_actions(**names),
                   lambda: client.enable_alarm_actions(**names))


def a_dashboard_is_missing(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("cloudwatch", cell.region)
    name = f"{cell.prefix}-{observability.DASHBOARDS[-1]}"
    body = client.get_dashboard(DashboardName=name)["DashboardBody"]
    return between(lambda: client.delete_dashboards(DashboardNames=[name]),
                   lambda: client.put_dashboard(DashboardName=name, DashboardBody=body))


def debug_lines_are_kept_for_14_days(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("logs", cell.region)
    group = f"{observability.log_group(cell, observability.SERVICES[-1])}/debug"
    return between(
        lambda: client.put_retention_policy(logGroupName=group, retentionInDays=14),
        lambda: client.put_retention_policy(logGroupName=group, retentionInDays=7))


def a_services_log_is_not_archived(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("logs", cell.region)
    group = {"logGroupName": observability.log_group(cell, observability.SERVICES[-1])}
    found = client.describe_subscription_filters(**group)["subscriptionFilters"][0]
    kept = ("filterName", "filterPattern", "destinationArn", "roleArn", "distribution")
    before = {key: found[key] for key in kept}
    return between(
        lambda: client.delete_subscription_filter(**group, filterName=found["filterName"]),
        lambda: client.put_subscription_filter(**group, **before))


FAULTS = {
    observability.every_cell_has_the_alarms_with_their_thresholds_and_somebody_hears_them:
        an_alarm_tells_nobody,
    observability.every_cell_has_its_dashboards: a_dashboard_is_missing,
    observability.services_log_errors_for_30_days_and_debug_for_7:
        debug_lines_are_kept_for_14_days,
    observability.services_logs_go_to_the_archive: a_services_log_is_not_archived,
}
