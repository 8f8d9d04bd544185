import CellModel
import TerraformDocument
import Testing

@testable import CellCost

struct ClusterMeterTests {
  @Test func `a control plane costs more in extended support, unless it is raised before`() {
    let policies: [(TerraformJSON, FactDate, [String])] = [
      ("STANDARD", today, ["control planes: 730"]),
      ("STANDARD", FactDate(2027, 4, 1), ["control planes: 730"]),
      ("EXTENDED", today, ["control planes: 730"]),
      (
        "EXTENDED", FactDate(2027, 4, 1),
        ["control planes: 730", "extended support of control planes: 730"]
      ),
    ]
    for (policy, day, expected) in policies {
      let cluster = resource(
        "aws_eks_cluster", "main", ["version": "1.35", "upgrade_policy": ["support_type": policy]])
      #expect(quantities(cluster, on: day) == expected + ["metrics: 38"])
    }
  }

  @Test func `a node group has its minimum, with disks and detailed monitoring`() {
    let template = resource(
      "aws_launch_template", "general",
      [
        "block_device_mappings": [["ebs": ["volume_size": 50, "volume_type": "gp3"]]],
        "monitoring": ["enabled": true],
      ])
    #expect(
      quantities(group(), template) == [
        "t3.large on demand: 1,460", "gp3 volumes of machines: 100", "metrics: 14",
      ])
  }

  @Test func `machines beyond the minimum end at the maximum`() throws {
    var assumptions = UsageAssumptions()
    try assumptions.assume("machines-above-minimum=9")
    #expect(
      quantities(group(), assuming: assumptions) == [
        "t3.large on demand: 2,190", "disks of machines: 3",
      ])
  }

  @Test func `a node group of spot machines is priced as such`() {
    #expect(quantities(group(capacity: "SPOT")).first == "t3.large spot: 1,460")
  }

  @Test func `Karpenter's machines are like the first node group's, most of them spot`() {
    let profile = resource("aws_iam_instance_profile", "karpenter_node", component: "karpenter")
    #expect(
      quantities(profile, group()) == [
        "t3.large on demand: 1,788.5", "t3.large spot: 766.5", "gp3 volumes of machines: 75",
        "disks of machines: 2",
      ])
    let alone = quantities(profile)
    #expect(
      alone == [
        "gp3 volumes of machines: 75", "machines of Karpenter: 328.5",
        "spot machines of Karpenter: 766.5",
      ])
    #expect(quantities(resource("aws_iam_instance_profile", "mine")) == [])
  }

  @Test func `Container Insights costs by what its add-on sends, other add-ons nothing`() {
    let addon = { (name: TerraformJSON) in
      resource("aws_eks_addon", "any", ["addon_name": name])
    }
    #expect(quantities(addon("amazon-cloudwatch-observability")) == ["Container Insights: 44"])
    #expect(quantities(addon("vpc-cni")) == [])
  }

  @Test func `pods on Fargate cost by vCPU and memory`() {
    #expect(
      quantities(resource("aws_eks_fargate_profile")) == [
        "memory of pods: 730", "vCPU of pods: 365",
      ])
  }

  private func group(capacity: TerraformJSON = "ON_DEMAND") -> BilledResource {
    resource(
      "aws_eks_node_group", "general",
      [
        "capacity_type": capacity, "instance_types": ["t3.large"],
        "launch_template": ["id": "${aws_launch_template.general.id}"],
        "scaling_config": ["desired_size": 2, "min_size": 2, "max_size": 3],
      ])
  }
}
