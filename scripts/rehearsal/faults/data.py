"""Tables, databases and a secret that are not what they should be."""

from rehearsal.checks import World, data
from rehearsal.faults import between


def a_table_has_no_replica(world: World, emulator):
    client = emulator.client("dynamodb", world.regions[0])

    def update(verb: str) -> None:
        client.update_table(TableName=f"{world.prefix}-stories", ReplicaUpdates=[
            {verb: {"RegionName": world.regions[-1]}}])

    return between(lambda: update("Delete"), lambda: update("Create"))


def a_table_keeps_items_for_ever(world: World, emulator):
    client = emulator.client("dynamodb", world.regions[0])

    def put(enabled: bool) -> None:
        client.update_time_to_live(
            TableName=f"{world.prefix}-stories",
            TimeToLiveSpecification={"Enabled": enabled, "AttributeName": "expires_at"})

    return between(lambda: put(False), lambda: put(True))


def the_global_database_writes_in_the_last_cell(world: World, emulator):
    client = emulator.client("rds", world.regions[0])

    def move(index: int) -> None:
        cell = world.cells[index]
        client.switchover_global_cluster(
            GlobalClusterIdentifier=f"{world.prefix}-alerts",
            TargetDbClusterIdentifier=(
                f"arn:aws:rds:{cell.region}:{world.account}:cluster:{cell.prefix}-alerts"))

    return between(lambda: move(-1), lambda: move(0))


def a_database_cluster_has_an_instance_too_many(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("rds", cell.region)
    extra = {"DBInstanceIdentifier": f"{cell.prefix}-extra"}
    return between(
        lambda: client.create_db_instance(
            **extra, DBClusterIdentifier=f"{cell.prefix}-alerts", Engine="aurora-postgresql",
            DBInstanceClass="db.r6g.large"),
        lambda: client.delete_db_instance(**extra))


def a_secret_is_about_to_be_deleted(world: World, emulator):
    client = emulator.client("secretsmanager", world.regions[0])
    secret = {"SecretId": f"{world.prefix}/{data.MASTER_USER}"}
    return between(lambda: client.delete_secret(**secret, RecoveryWindowInDays=7),
                   lambda: client.restore_secret(**secret))


FAULTS = {
    data.an_item_written_in_one_region_is_read_in_every_other: a_table_has_no_replica,
    data.tables_expire_items_in_the_home_region: a_table_keeps_items_for_ever,
    data.the_global_database_has_a_member_in_each_cell_and_writes_in_the_first:
        the_global_database_writes_in_the_last_cell,
    data.every_database_cluster_has_its_instances_and_is_encrypted:
        a_database_cluster_has_an_instance_too_many,
    data.only_the_master_users_secret_has_a_value: a_secret_is_about_to_be_deleted,
}
