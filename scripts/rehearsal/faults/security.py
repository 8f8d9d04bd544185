"""A registry, a bucket, the trail and a network that are not what they should be."""

from rehearsal.checks import World, security
from rehearsal.faults import between


def a_repositorys_tags_can_be_moved(world: World, emulator):
    region = world.regions[-1]
    client = emulator.client("ecr", region)
    found = emulator.read("ecr", region, "describe_repositories", "repositories")
    name = found[0]["repositoryName"]

    def put(value: str) -> None:
        client.put_image_tag_mutability(repositoryName=name, imageTagMutability=value)

    return between(lambda: put("MUTABLE"), lambda: put("IMMUTABLE"))


def a_bucket_may_be_made_public(world: World, emulator):
    client = emulator.client("s3", world.regions[0])
    bucket = {"Bucket": security.buckets(world, emulator)[-1]}
    before = client.get_public_access_block(**bucket)["PublicAccessBlockConfiguration"]
    return between(
        lambda: client.delete_public_access_block(**bucket),
        lambda: client.put_public_access_block(**bucket, PublicAccessBlockConfiguration=before))


def the_trail_has_stopped(world: World, emulator):
    client = emulator.client("cloudtrail", world.regions[0])
    trail = {"Name": security.the_trail(world, emulator)["Name"]}
    return between(lambda: client.stop_logging(**trail), lambda: client.start_logging(**trail))


def a_network_has_a_second_flow_log(world: World, emulator):
    cell = world.cells[-1]
    client = emulator.client("ec2", cell.region)
    made = []

    def make() -> None:
        made.extend(client.create_flow_logs(
            ResourceIds=[security.vpc(emulator, cell)], ResourceType="VPC", TrafficType="REJECT",
            LogGroupName="rejected",
            DeliverLogsPermissionArn=f"arn:aws:iam::{world.account}:role/rejected",
        )["FlowLogIds"])

    return between(make, lambda: client.delete_flow_logs(FlowLogIds=made))


FAULTS = {
    security.image_tags_are_immutable_and_images_scanned_in_every_region:
        a_repositorys_tags_can_be_moved,
    security.every_bucket_blocks_public_access: a_bucket_may_be_made_public,
    security.a_trail_records_every_region: the_trail_has_stopped,
    security.every_cells_network_writes_flow_logs: a_network_has_a_second_flow_log,
}
