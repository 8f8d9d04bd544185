"""Emptying buckets before `terraform destroy`, and what is left after it."""

from rehearsal.emulator import Emulator


def empty(emulator: Emulator, region: str, bucket: str) -> int:
    """Deletes every version in a bucket; gives how many there were."""
    client = emulator.client("s3", region)
    count = 0
    for page in client.get_paginator("list_object_versions").paginate(Bucket=bucket):
        for found in [*page.get("Versions", []), *page.get("DeleteMarkers", [])]:
            client.delete_object(Bucket=bucket, Key=found["Key"], VersionId=found["VersionId"])
            count += 1
    return count


def left(emulator: Emulator, region: str) -> list[str]:
    """What of the project is still there in a region.

    Keys that wait for their deletion are not: KMS deletes none at once. What AWS itself has in an
    account (default networks, default event buses) is not the project's.
    """
    found = []

    def ask(service, operation, key, name, mine=lambda item: "bizcomms" in str(item), **parameters):
        for item in emulator.read(service, region, operation, key, **parameters):
            if mine(item):
                found.append(f"{service} {item if name is None else item[name]}")

    ask("acm", "list_certificates", "CertificateSummaryList", "CertificateArn")
    ask("cloudtrail", "list_trails", "Trails", "Name")
    ask("cloudwatch", "describe_alarms", "MetricAlarms", "AlarmName")
    ask("cloudwatch", "describe_alarms", "CompositeAlarms", "AlarmName",
        AlarmTypes=["CompositeAlarm"])
    ask("cloudwatch", "list_dashboards", "DashboardEntries", "DashboardName")
    ask("dynamodb", "list_tables", "TableNames", None)
    ask("ec2", "describe_vpcs", "Vpcs", "VpcId", lambda item: not item.get("IsDefault"))
    ask("ec2", "describe_addresses", "Addresses", "AllocationId", lambda item: True)
    ask("ec2", "describe_launch_templates", "LaunchTemplates", "LaunchTemplateName")
    ask("ecr", "describe_repositories", "repositories", "repositoryName")
    ask("eks", "list_clusters", "clusters", None)
    ask("elbv2", "describe_load_balancers", "LoadBalancers", "LoadBalancerName")
    ask("elbv2", "describe_target_groups", "TargetGroups", "TargetGroupName")
    ask("events", "list_rules", "Rules", "Name")
    ask("firehose", "list_delivery_streams", "DeliveryStreamNames", None)
    ask("iam", "list_roles", "Roles", "RoleName")
    ask("iam", "list_policies", "Policies", "PolicyName", Scope="Local")
    ask("iam", "list_open_id_connect_providers", "OpenIDConnectProviderList", "Arn",
        lambda item: True)
    ask("kms", "list_aliases", "Aliases", "AliasName")
    ask("lambda", "list_functions", "Functions", "FunctionName")
    ask("logs", "describe_log_groups", "logGroups", "logGroupName")
    ask("rds", "describe_db_clusters", "DBClusters", "DBClusterIdentifier")
    ask("rds", "describe_db_instances", "DBInstances", "DBInstanceIdentifier")
    ask("rds", "describe_global_clusters", "GlobalClusters", "GlobalClusterIdentifier")
    ask("route53", "list_hosted_zones", "HostedZones", "Name")
    ask("route53", "list_health_checks", "HealthChecks", "Id")
    ask("s3", "list_buckets", "Buckets", "Name")
    ask("scheduler", "list_schedules", "Schedules", "Name")
    ask("secretsmanager", "list_secrets", "SecretList", "Name",
        lambda item: "bizcomms" in item["Name"] and "DeletedDate" not in item)
    ask("sns", "list_topics", "Topics", "TopicArn")
    ask("sqs", "list_queues", "QueueUrls", None)
    ask("ssm", "describe_parameters", "Parameters", "Name")
    ask("wafv2", "list_web_acls", "WebACLs", "Name", Scope="REGIONAL")
    return sorted(set(found))
