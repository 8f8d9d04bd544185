import CellContract
import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// What Karpenter may do, how its machines join, and how it learns that one is taken back.
@Suite struct KarpenterTests {
  private let clusterARN = "arn:aws:eks:us-west-2:111122223333:cluster/bizcomms-cell-a-eks"

  private func karpenterCell() throws -> WrittenRoot {
    try sampleCell(in: .usWest2) { EKS { Karpenter() } }
  }

  @Test func `a cell that asks for no Karpenter has no file of it`() throws {
    #expect(try sampleCell().files["karpenter.tf.json"] == nil)
    #expect(try karpenterCell().files["karpenter.tf.json"] != nil)
  }

  @Test func `Karpenter's nodes join through an EC2_LINUX access entry`() throws {
    let cell = try karpenterCell()
    #expect(
      cell["aws_eks_access_entry", "karpenter_node"] == [
        "cluster_name": "${aws_eks_cluster.main.name}",
        "principal_arn": "${aws_iam_role.karpenter_node.arn}", "type": "EC2_LINUX",
      ])
    #expect(
      cell["aws_iam_instance_profile", "karpenter_node"] == [
        "name": "bizcomms-cell-a-karpenter-node", "role": "${aws_iam_role.karpenter_node.name}",
      ])
    let policies = cell.blocks("aws_iam_role_policy_attachment").values
      .filter { $0["role"] == "${aws_iam_role.karpenter_node.name}" }
      .compactMap { $0["policy_arn"].text }
    #expect(
      policies.sorted() == [
        "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
        "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
      ])
  }

  @Test func `the cluster's security group is found by the tag of the subnets`() throws {
    #expect(
      try karpenterCell()["aws_ec2_tag", "karpenter_discovery"] == [
        "key": "karpenter.sh/discovery",
        "resource_id": "${aws_eks_cluster.main.vpc_config[0].cluster_security_group_id}",
        "value": "bizcomms-cell-a-eks",
      ])
  }

  @Test func `every action is held to a resource, a tag or the region, or is listed here`() throws {
    // These take no resource, and no condition that would say more than the account does.
    let unbounded = ["iam:ListInstanceProfiles", "pricing:GetProducts"]
    let bounds: [TerraformJSON] = [
      ["StringEquals": ["aws:RequestedRegion": "us-west-2"]],
      ["StringEquals": ["arc-zonal-shift:ResourceIdentifier": .string(clusterARN)]],
    ]
    // What a machine is made from: it is not changed, and not all of it is ours to tag.
    let untagged = ["image", "security-group", "snapshot", "subnet"]
    var seen: Set<String> = []
    for statement in try statements() {
      let actions = statement["Action"].texts
      seen.formUnion(actions)
      for action in actions { #expect(!action.contains("*")) }
      let conditions = statement["Condition"].members
      if statement["Resource"] == ["*"] {
        #expect(actions == unbounded || bounds.contains(statement["Condition"]))
      }
      guard actions.contains(where: { $0.hasPrefix("ec2:") && !$0.hasPrefix("ec2:Describe") })
      else { continue }
      let types = statement["Resource"].texts.compactMap { arn -> String? in
        arn.split(separator: ":").last?.split(separator: "/").first.map(String.init)
      }
      if types.allSatisfy(untagged.contains) { continue }
      let tags = conditions.values.flatMap(\.members.keys)
      #expect(tags.contains { $0.hasSuffix("Tag/kubernetes.io/cluster/bizcomms-cell-a-eks") })
      #expect(tags.contains { $0.hasSuffix("Tag/karpenter.sh/nodepool") })
    }
    #expect(seen.isSuperset(of: ["ec2:RunInstances", "ec2:TerminateInstances", "iam:PassRole"]))
  }

  @Test func `nothing outside the cell's account and region can be named`() throws {
    for arn in try statements().flatMap({ $0["Resource"].texts }) where arn.hasPrefix("arn:") {
      let parts = arn.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      #expect(["us-west-2", ""].contains(parts[3]), "\(arn)")
      #expect(["111122223333", ""].contains(parts[4]), "\(arn)")
      if parts[3].isEmpty { #expect(parts[2] == "iam", "\(arn)") }
      if parts[4].isEmpty { #expect(["ec2", "ssm"].contains(parts[2]), "\(arn)") }
    }
  }

  @Test func `only machines of this cluster can be ended`() throws {
    let ending = try statements().filter { $0["Action"].texts.contains("ec2:TerminateInstances") }
    #expect(
      ending == [
        [
          "Action": ["ec2:DeleteLaunchTemplate", "ec2:TerminateInstances"],
          "Condition": [
            "StringEquals": [
              "aws:ResourceTag/kubernetes.io/cluster/bizcomms-cell-a-eks": "owned"
            ],
            "StringLike": ["aws:ResourceTag/karpenter.sh/nodepool": "*"],
          ],
          "Effect": "Allow",
          "Resource": [
            "arn:aws:ec2:us-west-2:111122223333:instance/*",
            "arn:aws:ec2:us-west-2:111122223333:launch-template/*",
          ],
        ]
      ])
  }

  /// What Karpenter 1.14.1 reads of EC2, without capacity reservations and placement groups.
  @Test func `Karpenter sees machines, their state and what they are made from`() throws {
    let reading = try statements().filter {
      $0["Action"].texts.contains { $0.hasPrefix("ec2:Describe") }
    }
    #expect(
      reading == [
        [
          "Action": [
            "ec2:DescribeImages", "ec2:DescribeInstanceStatus",
            "ec2:DescribeInstanceTypeOfferings", "ec2:DescribeInstanceTypes",
            "ec2:DescribeInstances", "ec2:DescribeLaunchTemplates", "ec2:DescribeSecurityGroups",
            "ec2:DescribeSpotPriceHistory", "ec2:DescribeSubnets",
          ],
          "Condition": ["StringEquals": ["aws:RequestedRegion": "us-west-2"]],
          "Effect": "Allow", "Resource": ["*"],
        ]
      ])
  }

  /// The cluster takes part in zonal shifts, and Karpenter must not work against one.
  @Test func `Karpenter sees the zonal shifts of its own cluster and of nothing else`() throws {
    let cell = try karpenterCell()
    #expect(cell["aws_eks_cluster", "main"]["zonal_shift_config"] == ["enabled": true])
    let seeing = try statements().filter {
      $0["Action"].texts.contains { $0.hasPrefix("arc-zonal-shift:") }
    }
    #expect(
      seeing == [
        [
          "Action": ["arc-zonal-shift:GetManagedResource"],
          "Condition": [
            "StringEquals": ["arc-zonal-shift:ResourceIdentifier": .string(clusterARN)]
          ],
          "Effect": "Allow", "Resource": ["*"],
        ]
      ])
  }

  @Test func `a machine gets the one role that is meant for it, and EC2 alone gets to know it`()
    throws
  {
    let passing = try statements().filter { $0["Action"].texts.contains("iam:PassRole") }
    #expect(
      passing == [
        [
          "Action": ["iam:PassRole"],
          "Condition": ["StringEquals": ["iam:PassedToService": "ec2.amazonaws.com"]],
          "Effect": "Allow", "Resource": ["${aws_iam_role.karpenter_node.arn}"],
        ]
      ])
    let writing = try statements().flatMap { $0["Action"].texts }.filter {
      $0.hasPrefix("iam:") && !$0.hasPrefix("iam:Get") && !$0.hasPrefix("iam:List")
    }
    #expect(writing == ["iam:PassRole"])
  }

  /// EC2 refuses a request for Spot in an account without it.
  @Test func `the account has the role that starts Spot machines, where a cell uses them`() throws {
    let with = try WrittenFleet(sample { EKS { Karpenter(capacity: [.spot]) } })["sample", "global"]
    #expect(
      with.blocks("aws_iam_service_linked_role") == [
        "spot": [
          "aws_service_name": "spot.amazonaws.com",
          "description": "Starts and ends Spot machines",
        ]
      ])
    for elements in [nil, Karpenter(capacity: [.onDemand])] {
      let without = try WrittenFleet(sample { EKS { if let elements { elements } } })
      #expect(without["sample", "global"].files["spot.tf.json"] == nil)
    }
  }

  @Test func `every kind of interruption reaches the queue`() throws {
    let cell = try karpenterCell()
    let events = [
      "aws_health": ("aws-health", "aws.health", "AWS Health Event"),
      "rebalance": ("rebalance", "aws.ec2", "EC2 Instance Rebalance Recommendation"),
      "spot_interruption":
        ("spot-interruption", "aws.ec2", "EC2 Spot Instance Interruption Warning"),
      "state_change": ("state-change", "aws.ec2", "EC2 Instance State-change Notification"),
    ]
    #expect(Set(cell.blocks("aws_cloudwatch_event_rule").keys) == Set(events.keys))
    for (block, (name, source, detailType)) in events {
      let rule = cell["aws_cloudwatch_event_rule", block]
      #expect(rule["name"] == .string("bizcomms-cell-a-\(name)"))
      #expect(
        cell.document(rule["event_pattern"]) == [
          "detail-type": [.string(detailType)], "source": [.string(source)],
        ])
      #expect(
        cell["aws_cloudwatch_event_target", block] == [
          "arn": "${aws_sqs_queue.interruptions.arn}",
          "rule": .string("${aws_cloudwatch_event_rule.\(block).name}"),
          "target_id": "karpenter",
        ])
    }
  }

  @Test func `the queue is encrypted, takes nothing in clear text and nothing of strangers`() throws
  {
    let cell = try karpenterCell()
    #expect(
      cell["aws_sqs_queue", "interruptions"] == [
        "message_retention_seconds": 300, "name": "bizcomms-cell-a-interruptions",
        "sqs_managed_sse_enabled": true,
      ])
    let rules = ["aws-health", "rebalance", "spot-interruption", "state-change"].map {
      TerraformJSON.string("arn:aws:events:us-west-2:111122223333:rule/bizcomms-cell-a-\($0)")
    }
    let queue: TerraformJSON = ["${aws_sqs_queue.interruptions.arn}"]
    #expect(
      cell.document(cell["aws_sqs_queue_policy", "interruptions"]["policy"])["Statement"] == [
        [
          "Action": ["sqs:*"], "Condition": ["Bool": ["aws:SecureTransport": "false"]],
          "Effect": "Deny", "Principal": ["AWS": "*"], "Resource": queue,
        ],
        [
          "Action": ["sqs:SendMessage"],
          "Condition": ["ArnEquals": ["aws:SourceArn": .array(rules)]],
          "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"], "Resource": queue,
        ],
        [
          "Action": ["sqs:SendMessage"],
          "Condition": ["StringEquals": ["aws:SourceAccount": "111122223333"]],
          "Effect": "Allow", "Principal": ["Service": "sqs.amazonaws.com"], "Resource": queue,
        ],
      ])
  }

  private func statements() throws -> [TerraformJSON] {
    let cell = try karpenterCell()
    return cell.document(cell["aws_iam_role_policy", "karpenter"]["policy"])["Statement"].elements
  }
}
