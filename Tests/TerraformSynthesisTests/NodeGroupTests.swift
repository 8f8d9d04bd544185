import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// A cell's machines that are always there.
@Suite struct NodeGroupTests {
  @Test func `machines have their architecture's image, and as many stand as the minimum says`()
    throws
  {
    let cell = try sampleCell {
      VPC(availabilityZones: 2)
      EKS { NodeGroup(.m7gLarge, count: 1, named: "arm") }
    }
    var arm = cell["aws_eks_node_group", "arm"].members
    let order = arm["depends_on"]?.texts ?? []
    arm["depends_on"] = nil
    #expect(order.contains("aws_eks_addon.vpc_cni"))
    #expect(
      arm == [
        "ami_type": "AL2023_ARM_64_STANDARD",
        "capacity_type": "ON_DEMAND",
        "cluster_name": "${aws_eks_cluster.main.name}",
        "instance_types": ["m7g.large"],
        "launch_template": [
          "id": "${aws_launch_template.arm.id}",
          "version": "${aws_launch_template.arm.latest_version}",
        ],
        "lifecycle": ["create_before_destroy": true],
        "node_group_name_prefix": "arm-",
        "node_repair_config": ["enabled": true],
        "node_role_arn": "${aws_iam_role.node.arn}",
        "scaling_config": ["desired_size": 1, "max_size": 1, "min_size": 1],
        "subnet_ids": [
          "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
        ],
        "update_config": ["max_unavailable": 1],
        "version": "1.35",
      ])
    let general = cell["aws_eks_node_group", "general"]
    #expect(general["ami_type"] == "AL2023_x86_64_STANDARD")
    #expect(general["instance_types"] == ["t3.large"])
    #expect(general["launch_template"]["id"] == "${aws_launch_template.general.id}")
    #expect(general["scaling_config"] == ["desired_size": 2, "max_size": 6, "min_size": 2])
  }

  /// Another instance type builds a group anew, and two of one name can't stand beside each other.
  @Test func `a cell is never without machines while a node group is replaced`() throws {
    let cell = try sampleCell { EKS { NodeGroup(.m7gLarge, count: 1, named: "arm") } }
    for (name, group) in cell.blocks("aws_eks_node_group") {
      #expect(group["lifecycle"]["create_before_destroy"] == true)
      #expect(group["node_group_name"] == .null)
      #expect(group["node_group_name_prefix"] == .string("\(name)-"))
      // The provider adds 26 characters, and EKS takes 63.
      #expect((group["node_group_name_prefix"].text?.count ?? 64) + 26 <= 63)
    }
  }

  /// EKS refuses a minimum above the number of machines that are wanted.
  @Test func `a raised minimum raises the number of machines, which nothing else moves`() throws {
    for minimum in [2, 4] {
      let group = try sampleCell {
        EKS { NodeGroup(count: CountRange(minimum: minimum, maximum: 6)) }
      }["aws_eks_node_group", "general"]
      #expect(
        group["scaling_config"] == [
          "desired_size": .integer(minimum), "max_size": 6, "min_size": .integer(minimum),
        ])
      #expect(group["lifecycle"]["ignore_changes"] == .null)
    }
  }

  @Test func `the metadata service wants a session and answers no pod`() throws {
    let options = try sampleCell()["aws_launch_template", "general"]["metadata_options"]
    #expect(
      options == [
        "http_endpoint": "enabled", "http_put_response_hop_limit": 1, "http_tokens": "required",
      ])
  }

  @Test func `root volumes are gp3 and encrypted with a key that EC2 may use for the account`()
    throws
  {
    let cell = try sampleCell(in: .usWest2)
    #expect(
      cell["aws_launch_template", "general"]["block_device_mappings"] == [
        [
          "device_name": "/dev/xvda",
          "ebs": [
            "delete_on_termination": "true", "encrypted": "true",
            "kms_key_id": "${aws_kms_key.nodes.arn}", "volume_size": 50, "volume_type": "gp3",
          ],
        ]
      ])
    #expect(cell["aws_kms_alias", "nodes"]["name"] == "alias/bizcomms-cell-a-nodes")
    let use = cell.document(cell["aws_kms_key", "nodes"]["policy"])["Statement"].elements.last
    #expect(
      use?["Condition"] == [
        "StringEquals": [
          "kms:CallerAccount": "111122223333", "kms:ViaService": "ec2.us-west-2.amazonaws.com",
        ]
      ])
  }

  /// The provider's default tags stop at the launch template.
  @Test func `machines, their volumes and interfaces carry the environment's tags`() throws {
    let template = try sampleCell()["aws_launch_template", "general"]
    let tags: TerraformJSON = [
      "Name": "bizcomms-cell-a-general", "application": "bizcomms", "cell": "cell-a",
      "component": "cluster", "environment": "sample", "managed-by": "terraform",
      "owner": "platform",
    ]
    #expect(
      template["tag_specifications"]
        == .array(
          ["instance", "volume", "network-interface"].map {
            ["resource_type": .string($0), "tags": tags]
          }))
    #expect(template["monitoring"] == ["enabled": true])
    // EKS adds the cluster's own security group only where the template names none.
    #expect(template["vpc_security_group_ids"] == .null)
  }
}
