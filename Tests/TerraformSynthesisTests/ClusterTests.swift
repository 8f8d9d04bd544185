import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// The EKS cluster of a cell and the order in which its parts come up.
@Suite struct ClusterTests {
  @Test func `the control plane is encrypted and logged, and access entries open it`() throws {
    let cell = try sampleCell { VPC(availabilityZones: 2) }
    #expect(
      cell["aws_eks_cluster", "main"] == [
        "access_config": [
          "authentication_mode": "API", "bootstrap_cluster_creator_admin_permissions": true,
        ],
        "bootstrap_self_managed_addons": false,
        "depends_on": [
          "aws_cloudwatch_log_group.control_plane",
          "aws_iam_role_policy_attachment.cluster_AmazonEKSClusterPolicy",
        ],
        "enabled_cluster_log_types": [
          "api", "audit", "authenticator", "controllerManager", "scheduler",
        ],
        "encryption_config": [
          "provider": ["key_arn": "${aws_kms_key.cluster.arn}"], "resources": ["secrets"],
        ],
        "lifecycle": [
          "ignore_changes": ["access_config[0].bootstrap_cluster_creator_admin_permissions"],
          "prevent_destroy": true,
        ],
        "name": "bizcomms-cell-a-eks",
        "role_arn": "${aws_iam_role.cluster.arn}",
        "upgrade_policy": ["support_type": "STANDARD"],
        "version": "1.35",
        "vpc_config": [
          "endpoint_private_access": true,
          "endpoint_public_access": true,
          "public_access_cidrs": ["0.0.0.0/0"],
          "subnet_ids": [
            "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
          ],
        ],
        "zonal_shift_config": ["enabled": true],
      ])
  }

  @Test func `a cluster begins without EKS's own add-ons, and can shift away from a zone`() throws {
    let cluster = try sampleCell()["aws_eks_cluster", "main"]
    #expect(cluster["bootstrap_self_managed_addons"] == false)
    #expect(cluster["zonal_shift_config"] == ["enabled": true])
  }

  @Test func `the API is reached from everywhere, from some blocks or from the VPC alone`() throws {
    for (endpoint, isPublic, blocks) in [
      (.public, true, ["0.0.0.0/0"]),
      (
        .publicFrom("203.0.113.0/24", "198.51.100.0/24"), true,
        ["198.51.100.0/24", "203.0.113.0/24"]
      ),
      (.private, false, .null),
    ] as [(EKS.EndpointAccess, Bool, TerraformJSON)] {
      let access = try sampleCell { EKS(endpoint: endpoint) }["aws_eks_cluster", "main"][
        "vpc_config"]
      #expect(access["endpoint_private_access"] == true)
      #expect(access["endpoint_public_access"] == .bool(isPublic))
      #expect(access["public_access_cidrs"] == blocks)
    }
  }

  /// EKS, the CloudWatch agent and Fluent Bit would make them without retention and key.
  @Test func `every log group of the cluster is encrypted and kept as long as the cell says`()
    throws
  {
    let cell = try sampleCell { Observability(logRetention: .days(60)) }
    let groups = [
      "control_plane": "/aws/eks/bizcomms-cell-a-eks/cluster",
      "insights_application": "/aws/containerinsights/bizcomms-cell-a-eks/application",
      "insights_dataplane": "/aws/containerinsights/bizcomms-cell-a-eks/dataplane",
      "insights_host": "/aws/containerinsights/bizcomms-cell-a-eks/host",
      "insights_performance": "/aws/containerinsights/bizcomms-cell-a-eks/performance",
    ]
    for (block, name) in groups {
      #expect(
        cell["aws_cloudwatch_log_group", block] == [
          "kms_key_id": "${aws_kms_key.logs.arn}", "name": .string(name), "retention_in_days": 60,
        ])
    }
  }

  @Test func `cluster and key can be destroyed only where the environment protects no data`()
    throws
  {
    for (protection, expected) in [(.preventDestroy, true), (.none, .null)]
      as [(DataProtection, TerraformJSON)]
    {
      let cell = try sampleCell(dataProtection: protection)
      #expect(cell["aws_eks_cluster", "main"]["lifecycle"]["prevent_destroy"] == expected)
      #expect(cell["aws_kms_key", "cluster"]["lifecycle"]["prevent_destroy"] == expected)
    }
  }

  @Test func `network add-ons come before machines, and machines before what runs on them`() throws
  {
    let cell = try sampleCell {
      EKS { NodeGroup(.m7gLarge, count: 1, named: "arm") }
    }
    let network: Set = ["aws_eks_addon.kube_proxy", "aws_eks_addon.vpc_cni"]
    let machines: Set = ["aws_eks_node_group.arm", "aws_eks_node_group.general"]
    #expect(cell.before("aws_eks_addon.vpc_cni") == [])
    #expect(cell.before("aws_eks_addon.kube_proxy") == [])
    #expect(cell.before("aws_eks_node_group.general") == network)
    #expect(cell.before("aws_eks_node_group.arm") == network)
    let late = [
      "amazon_cloudwatch_observability", "aws_ebs_csi_driver", "coredns",
      "eks_node_monitoring_agent", "metrics_server",
    ]
    for addon in late {
      #expect(cell.before("aws_eks_addon.\(addon)") == network.union(machines))
    }
    #expect(Set(cell.blocks("aws_eks_addon").keys) == Set(late + ["kube_proxy", "vpc_cni"]))
  }

  /// EKS raises none by itself.
  @Test func `every add-on has the version that EKS recommends for the cluster's Kubernetes`()
    throws
  {
    for version in ["1.35", "1.36"] {
      let cell = try sampleCell { EKS(version: version) }
      let addons = cell.blocks("aws_eks_addon")
      let recommended = cell.blocks("aws_eks_addon_version", kind: "data")
      #expect(Set(addons.keys) == Set(recommended.keys))
      for (block, addon) in addons {
        #expect(
          addon["addon_version"] == .string("${data.aws_eks_addon_version.\(block).version}"))
        #expect(
          recommended[block] == [
            "addon_name": addon["addon_name"], "kubernetes_version": .string(version),
            "most_recent": false,
          ])
      }
      #expect(cell["aws_eks_cluster", "main"]["version"] == .string(version))
    }
  }

  /// A machine that starts without a way out can't join its cluster.
  @Test func `every private subnet reaches the internet before there are machines`() throws {
    let cell = try sampleCell { VPC(natGateways: .one) }
    let zones = ["use1_az1", "use1_az2", "use1_az4"]
    #expect(
      cell.prerequisites(of: "aws_eks_node_group.general").filter { $0.hasPrefix("aws_route") }
        == Set(
          zones.map { "aws_route.private_internet_\($0)" }
            + zones.map { "aws_route_table_association.private_\($0)" }))
  }

  /// Without it the API server takes NetworkPolicies, and nobody enforces them.
  @Test func `vpc-cni enforces network policies`() throws {
    let cell = try sampleCell()
    let addon = cell["aws_eks_addon", "vpc_cni"]
    #expect(cell.document(addon["configuration_values"]) == ["enableNetworkPolicy": "true"])
    #expect(cell["aws_eks_addon", "coredns"]["configuration_values"] == .null)
  }

  /// EKS repairs what it knows of: by itself only machines that have fallen silent.
  @Test func `where EKS repairs machines, an agent tells it what is wrong with them`() throws {
    let cell = try sampleCell()
    for group in cell.blocks("aws_eks_node_group").values {
      #expect(group["node_repair_config"] == ["enabled": true])
    }
    let agent = cell["aws_eks_addon", "eks_node_monitoring_agent"]
    #expect(agent["addon_name"] == "eks-node-monitoring-agent")
    #expect(agent["service_account_role_arn"] == .null)
  }

  /// The add-on would put an agent of its own into every pod, and its signals on the bill.
  @Test func `the CloudWatch add-on watches the cluster and instruments no service`() throws {
    let cell = try sampleCell()
    let addon = cell["aws_eks_addon", "amazon_cloudwatch_observability"]
    let configuration = cell.document(addon["configuration_values"])
    #expect(Set(configuration.members.keys) == ["containerLogs", "manager"])
    #expect(
      configuration["manager"] == [
        "applicationSignals": ["autoMonitor": ["monitorAllServices": false]]
      ])
  }

  @Test func `pods log in through the cluster's own issuer`() throws {
    let cell = try sampleCell()
    #expect(
      cell["aws_iam_openid_connect_provider", "cluster"] == [
        "client_id_list": ["sts.amazonaws.com"],
        "url": "${aws_eks_cluster.main.identity[0].oidc[0].issuer}",
      ])
  }

  @Test func `nodes and control plane may do what AWS's own policies say`() throws {
    let cell = try sampleCell()
    let attached = cell.blocks("aws_iam_role_policy_attachment").values
      .compactMap { $0["policy_arn"].text }
      .filter { !$0.contains("RDS") }
    #expect(
      attached.sorted() == [
        "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2",
        "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
        "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
        "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
        "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy",
        "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
      ])
  }

  /// Each add-on has its own role, so that the machines' role, which is within every pod's reach
  /// where the metadata service answers it, can do nothing.
  @Test func `add-ons have their permissions from roles of their own, before they start`() throws {
    let cell = try sampleCell()
    for (addon, role, policy) in [
      ("vpc_cni", "vpc_cni", "AmazonEKS_CNI_Policy"),
      ("aws_ebs_csi_driver", "ebs_csi", "AmazonEBSCSIDriverPolicyV2"),
      ("amazon_cloudwatch_observability", "cloudwatch", "CloudWatchAgentServerPolicy"),
    ] {
      let body = cell["aws_eks_addon", addon]
      #expect(body["service_account_role_arn"] == .string("${aws_iam_role.\(role).arn}"))
      let attachment = cell["aws_iam_role_policy_attachment", "\(role)_\(policy)"]
      #expect(attachment["role"] == .string("${aws_iam_role.\(role).name}"))
      #expect(attachment["policy_arn"] == .string("arn:aws:iam::aws:policy/\(policy)"))
      #expect(
        body["depends_on"].elements.contains(
          .string("aws_iam_role_policy_attachment.\(role)_\(policy)")))
    }
  }

  /// What the CloudWatch agent would make itself must be there before it.
  @Test func `the log groups of Container Insights come before the agent`() throws {
    let cell = try sampleCell()
    let first = cell.prerequisites(of: "aws_eks_addon.amazon_cloudwatch_observability")
    for source in ["application", "dataplane", "host", "performance"] {
      #expect(first.contains("aws_cloudwatch_log_group.insights_\(source)"))
    }
  }
}

extension WrittenRoot {
  /// The add-ons and node groups that exist before `address` is made, by `depends_on`.
  fileprivate func before(_ address: String) -> Set<String> {
    prerequisites(of: address)
      .filter { $0.hasPrefix("aws_eks_addon.") || $0.hasPrefix("aws_eks_node_group.") }
  }

  /// Everything that exists before `address` is made, by `depends_on`.
  fileprivate func prerequisites(of address: String) -> Set<String> {
    var found: Set<String> = []
    var open = [address]
    while let next = open.popLast() {
      let parts = next.split(separator: ".").map(String.init)
      for prerequisite in self[parts[0], parts[1]]["depends_on"].elements.compactMap(\.text)
      where found.insert(prerequisite).inserted {
        open.append(prerequisite)
      }
    }
    return found
  }
}
