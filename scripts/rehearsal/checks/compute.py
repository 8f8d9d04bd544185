"""Clusters, and what tells Karpenter that a machine goes."""

import json

from rehearsal.checks import World, expect

ADD_ONS = ["amazon-cloudwatch-observability", "aws-ebs-csi-driver", "coredns",
           "eks-node-monitoring-agent", "kube-proxy", "metrics-server", "vpc-cni"]
# What AWS says of machines, and Karpenter hears; source: Karpenter v1, "Interruption".
NOTICES = ["AWS Health Event", "EC2 Instance Rebalance Recommendation",
           "EC2 Instance State-change Notification", "EC2 Spot Instance Interruption Warning"]


def every_cluster_has_nodes_its_add_ons_and_encrypted_secrets(world: World, emulator) -> None:
    for cell in world.cells:
        name = f"{cell.prefix}-eks"
        client = emulator.client("eks", cell.region)
        found = client.describe_cluster(name=name)["cluster"]
        expect(f"{name} admits by", "API", found["accessConfig"]["authenticationMode"])
        expect(f"{name} encrypts", [["secrets"]],
               [config["resources"] for config in found.get("encryptionConfig", [])])
        groups = client.list_nodegroups(clusterName=name)["nodegroups"]
        expect(f"{name} has nodes", True, bool(groups))
        expect(f"{name} add-ons", ADD_ONS, sorted(client.list_addons(clusterName=name)["addons"]))


def notices_of_machines_that_go_reach_karpenters_queue(world: World, emulator) -> None:
    for cell in world.cells:
        client = emulator.client("events", cell.region)
        queue = f"arn:aws:sqs:{cell.region}:{world.account}:{cell.prefix}-interruptions"
        found = []
        for rule in emulator.read("events", cell.region, "list_rules", "Rules"):
            targets = client.list_targets_by_rule(Rule=rule["Name"])["Targets"]
            if rule["State"] == "ENABLED" and [target["Arn"] for target in targets] == [queue]:
                found += json.loads(rule["EventPattern"])["detail-type"]
        expect(f"{cell.name} notices", NOTICES, sorted(found))


CHECKS = [
    every_cluster_has_nodes_its_add_ons_and_encrypted_secrets,
    notices_of_machines_that_go_reach_karpenters_queue,
]
