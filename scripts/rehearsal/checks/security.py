"""Registries, buckets, the trail and the network's own records."""

from rehearsal.checks import Cell, World, expect, one

REPOSITORIES = ["api", "worker", "poller"]


def image_tags_are_immutable_and_images_scanned_in_every_region(world: World, emulator) -> None:
    for region in world.regions:
        found = {
            repository["repositoryName"]: repository
            for repository in emulator.read("ecr", region, "describe_repositories", "repositories")
        }
        for service in REPOSITORIES:
            name = next((n for n in found if n.endswith(f"bizcomms-{service}")), None)
            if name is None:
                expect(f"repositories in {region}", f"bizcomms-{service}", sorted(found))
        for name, repository in found.items():
            expect(f"{name} in {region}", ("IMMUTABLE", True),
                   (repository["imageTagMutability"],
                    repository["imageScanningConfiguration"]["scanOnPush"]))


def every_bucket_blocks_public_access(world: World, emulator) -> None:
    client = emulator.client("s3", world.regions[0])
    names = buckets(world, emulator)
    expect("there are buckets", True, bool(names))
    for name in names:
        found = client.get_public_access_block(Bucket=name)["PublicAccessBlockConfiguration"]
        expected = dict.fromkeys(["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy",
                                  "RestrictPublicBuckets"], True)
        expect(f"{name} public access", expected, found)


def a_trail_records_every_region(world: World, emulator) -> None:
    client = emulator.client("cloudtrail", world.regions[0])
    trail = the_trail(world, emulator)
    expect("trail", (True, True), (trail["IsMultiRegionTrail"], trail["LogFileValidationEnabled"]))
    status = client.get_trail_status(Name=trail["Name"])
    expect("trail is recording", True, status["IsLogging"])


def every_cells_network_writes_flow_logs(world: World, emulator) -> None:
    for cell in world.cells:
        own = vpc(emulator, cell)
        logs = emulator.read("ec2", cell.region, "describe_flow_logs", "FlowLogs")
        found = [log["TrafficType"] for log in logs if log["ResourceId"] == own]
        expect(f"{cell.name} flow logs", ["ALL"], found)


def the_trail(world: World, emulator) -> dict:
    client = emulator.client("cloudtrail", world.regions[0])
    return one("trail", client.describe_trails()["trailList"])


def vpc(emulator, cell: Cell) -> str:
    """The id of a cell's VPC."""
    found = emulator.read("ec2", cell.region, "describe_vpcs", "Vpcs")
    own = [vpc for vpc in found if not vpc.get("IsDefault")]
    return one(f"VPC of {cell.name}", own)["VpcId"]


def buckets(world: World, emulator) -> list[str]:
    client = emulator.client("s3", world.regions[0])
    return [bucket["Name"] for bucket in client.list_buckets()["Buckets"]]


CHECKS = [
    image_tags_are_immutable_and_images_scanned_in_every_region,
    every_bucket_blocks_public_access,
    a_trail_records_every_region,
    every_cells_network_writes_flow_logs,
]
