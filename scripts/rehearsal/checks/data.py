"""Databases, tables and secrets."""

from rehearsal.checks import World, expect, one

TABLES = ["deliveries", "stories"]


def an_item_written_in_one_region_is_read_in_every_other(world: World, emulator) -> None:
    for table in TABLES:
        name = f"{world.prefix}-{table}"
        for region in world.regions:
            writer = emulator.client("dynamodb", region)
            schema = writer.describe_table(TableName=name)["Table"]["KeySchema"]
            key = {part["AttributeName"]: {"S": f"from {region}"} for part in schema}
            writer.put_item(TableName=name, Item=key)
            try:
                for other in world.regions:
                    found = emulator.client("dynamodb", other).get_item(TableName=name, Key=key)
                    expect(f"{table} of {region}, read in {other}", key, found.get("Item"))
            finally:
                writer.delete_item(TableName=name, Key=key)


def tables_expire_items_in_the_home_region(world: World, emulator) -> None:
    client = emulator.client("dynamodb", world.regions[0])
    for table in TABLES:
        found = client.describe_time_to_live(TableName=f"{world.prefix}-{table}")
        expected = {"TimeToLiveStatus": "ENABLED", "AttributeName": "expires_at"}
        expect(f"TTL of {table}", expected, found["TimeToLiveDescription"])


def the_global_database_has_a_member_in_each_cell_and_writes_in_the_first(
    world: World, emulator
) -> None:
    clusters = emulator.read(
        "rds", world.regions[0], "describe_global_clusters", "GlobalClusters")
    found = one("global database", clusters)["GlobalClusterMembers"]
    expected = {
        f"arn:aws:rds:{cell.region}:{world.account}:cluster:{cell.prefix}-alerts": index == 0
        for index, cell in enumerate(world.cells)
    }
    expect("members, and which one writes", expected,
           {member["DBClusterArn"]: member["IsWriter"] for member in found})


def every_database_cluster_has_its_instances_and_is_encrypted(world: World, emulator) -> None:
    for cell in world.cells:
        found = emulator.client("rds", cell.region).describe_db_clusters(
            DBClusterIdentifier=f"{cell.prefix}-alerts")["DBClusters"]
        cluster = one(f"cluster of {cell.name}", found)
        expect(f"{cell.name} encrypted", True, cluster["StorageEncrypted"])
        members = sorted(m["DBInstanceIdentifier"] for m in cluster["DBClusterMembers"])
        expected = [f"{cell.prefix}-alerts-{n + 1}" for n in range(cell.instances)]
        expect(f"{cell.name} instances", expected, members)


def only_the_master_users_secret_has_a_value(world: World, emulator) -> None:
    client = emulator.client("secretsmanager", world.regions[0])
    valued = []
    for name in SECRETS:
        secret = f"{world.prefix}/{name}"
        client.describe_secret(SecretId=secret)
        try:
            valued += [name] if client.get_secret_value(SecretId=secret)["SecretString"] else []
        except (KeyError, client.exceptions.ResourceNotFoundException):
            continue
    expect("secrets with a value", [MASTER_USER], valued)


MASTER_USER = "database-alerts-master-user"
SECRETS = ["api-keys", "database-alerts-application", "database-alerts-migration", MASTER_USER,
           "poller-api-key", "twilio"]
# The others hold only where cells share their data: `checks.all_of` tells where.
CHECKS = [
    tables_expire_items_in_the_home_region,
    every_database_cluster_has_its_instances_and_is_encrypted,
    only_the_master_users_secret_has_a_value,
]
