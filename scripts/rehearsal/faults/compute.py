"""A cluster and a rule that are not what they should be."""

from rehearsal.checks import World, compute
from rehearsal.faults import between


def a_cluster_has_an_add_on_too_many(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("eks", cell.region)
    extra = {"clusterName": f"{cell.prefix}-eks", "addonName": "adot"}
    return between(lambda: client.create_addon(**extra), lambda: client.delete_addon(**extra))


def a_notice_is_not_passed_on(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("events", cell.region)
    rule = {"Name": f"{cell.prefix}-spot-interruption"}
    return between(lambda: client.disable_rule(**rule), lambda: client.enable_rule(**rule))


FAULTS = {
    compute.every_cluster_has_nodes_its_add_ons_and_encrypted_secrets:
        a_cluster_has_an_add_on_too_many,
    compute.notices_of_machines_that_go_reach_karpenters_queue: a_notice_is_not_passed_on,
}
