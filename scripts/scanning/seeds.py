"""Weaknesses that are put into copies of roots, to see that checkov finds each where it is.

Several of them are of the kind that checkov sees only by the connection of two resources, and some
are of policies: a reader that lost either would pass everything.
"""

import copy
import dataclasses
import json
from collections.abc import Callable

import roots
from scanning.scan import Finding, Scan


@dataclasses.dataclass(frozen=True)
class Seed:
    """A change of one resource, and what checkov should find for it."""

    root: str  # as `Scan.name`
    address: str  # what is changed
    change: Callable[[dict], object] | None  # of the resource's body; None takes the resource away
    check: str
    found_at: str = ""  # the address that checkov names, where it is another

    @property
    def finding(self) -> Finding:
        return Finding(self.check, self.found_at or self.address)


def without(*arguments: str) -> Callable[[dict], object]:
    """Takes arguments away, all of which must be there."""
    return lambda body: [body.pop(argument) for argument in arguments]


def given(**arguments: object) -> Callable[[dict], object]:
    """Sets arguments to something else."""
    return lambda body: body.update(arguments)


def allowing_all(to: str | None = None) -> Callable[[dict], object]:
    """A policy that allows everything; `to` whom, where a policy says so."""
    statement = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    if to:
        statement["Principal"] = to
    return given(policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))


CELL = "production/cells/cell-use1-01"
GLOBAL = "production/global"
STATE = "production/backend-setup"

ALL = [
    Seed(CELL, "aws_sqs_queue.alert_processing", without("kms_master_key_id"), "CKV_AWS_27"),
    Seed(CELL, "aws_sns_topic.alert_events", without("kms_master_key_id"), "CKV_AWS_26"),
    Seed(CELL, "aws_kms_key.messaging", given(enable_key_rotation=False), "CKV_AWS_7"),
    Seed(CELL, "aws_eks_cluster.main", without("encryption_config"), "CKV_AWS_58"),
    Seed(CELL, "aws_rds_cluster.alerts", given(storage_encrypted=False), "CKV_AWS_96"),
    Seed(CELL, "aws_rds_cluster_instance.alerts_1", given(publicly_accessible=True), "CKV_AWS_17"),
    Seed(CELL, "aws_cloudwatch_log_group.api", without("kms_key_id"), "CKV_AWS_158"),
    Seed(CELL, "aws_launch_template.general",
         given(metadata_options=[{"http_tokens": "optional"}]), "CKV_AWS_79"),
    Seed(CELL, "aws_vpc_security_group_ingress_rule.load_balancer_http",
         given(from_port=22, to_port=22), "CKV_AWS_24"),
    Seed(CELL, "aws_lb_listener.https", given(ssl_policy="ELBSecurityPolicy-2016-08"),
         "CKV_AWS_103"),
    Seed(CELL, "aws_iam_role_policy.worker", allowing_all(), "CKV_AWS_62"),
    Seed(CELL, "aws_sqs_queue_policy.analytics", allowing_all(to="*"), "CKV_AWS_387"),
    Seed(CELL, "aws_kms_key.logs", allowing_all(to="*"), "CKV_AWS_33"),
    Seed(CELL, "aws_s3_bucket_public_access_block.log_archive", None, "CKV2_AWS_6",
         "aws_s3_bucket.log_archive"),
    Seed(CELL, "aws_s3_bucket_server_side_encryption_configuration.log_archive", None,
         "CKV_AWS_145", "aws_s3_bucket.log_archive"),
    Seed(CELL, "aws_wafv2_web_acl_association.main", None, "CKV2_AWS_28", "aws_lb.main"),
    Seed(CELL, "aws_wafv2_web_acl_logging_configuration.main", None, "CKV2_AWS_31",
         "aws_wafv2_web_acl.main"),
    Seed(CELL, "aws_flow_log.main", None, "CKV2_AWS_11", "aws_vpc.main"),
    Seed(CELL, "aws_default_security_group.default",
         given(ingress=[{"from_port": 0, "to_port": 0, "protocol": "-1", "self": True}]),
         "CKV2_AWS_12", "aws_vpc.main"),
    Seed(GLOBAL, "aws_ecr_repository.api_us_east_1",
         given(image_scanning_configuration={"scan_on_push": False}), "CKV_AWS_163"),
    Seed(GLOBAL, "aws_ecr_repository.worker_us_west_1", given(image_tag_mutability="MUTABLE"),
         "CKV_AWS_51"),
    Seed(GLOBAL, "aws_dynamodb_table.deliveries", without("point_in_time_recovery"),
         "CKV_AWS_28"),
    Seed(GLOBAL, "aws_dynamodb_table.stories", without("server_side_encryption"), "CKV_AWS_119"),
    Seed(GLOBAL, "aws_cloudtrail.main", given(enable_log_file_validation=False), "CKV_AWS_36"),
    Seed(GLOBAL, "aws_secretsmanager_secret.twilio", without("kms_key_id"), "CKV_AWS_149"),
    Seed(GLOBAL, "aws_iam_policy.deploy_keys", allowing_all(), "CKV_AWS_62"),
    Seed(STATE, "aws_s3_bucket_versioning.us_east_1", None, "CKV_AWS_21",
         "aws_s3_bucket.us_east_1"),
    Seed(STATE, "aws_s3_bucket_public_access_block.us_west_1",
         given(restrict_public_buckets=False), "CKV_AWS_56"),
]


def planted(root: roots.Root, seeds: list[Seed]) -> roots.Root:
    """A copy of the root with the weaknesses in it."""
    weak = copy.deepcopy(root)
    for seed in seeds:
        if seed.change is None:
            del weak.resources[seed.address]
        else:
            seed.change(weak.resources[seed.address][1])
    return weak


def problems(seeds: list[Seed], sound: Scan, weak: Scan) -> list[str]:
    """The seeds that checkov does not find, or finds without them too."""
    found = []
    for seed in seeds:
        name = f"{sound.name}: the seeded weakness {seed.finding.check} of {seed.finding.address}"
        if seed.finding not in sound.passed:
            found.append(f"{name} proves nothing: the check does not pass without it")
        elif seed.finding not in weak.failed:
            found.append(f"{name} is not found")
    return found
