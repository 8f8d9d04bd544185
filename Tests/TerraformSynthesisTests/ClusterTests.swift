import CellDescription
import CellPrimitives
import TerraformDocument
import Testing

/// The EKS cluster of a cell and the order in which its parts come up.
@Suite struct ClusterTests {
  @Test
  func `the control plane is encrypted and logged, and access entries open it`()
    throws
  {
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
        "lifecycle": ["prevent_destroy": true],
        "name": "bizcomms-cell-a-eks",
        "role_arn": "${aws_iam_role.cluster.arn}",
        "version": "1.35",
        "vpc_config": [
          "endpoint_private_access": true,
          "endpoint_public_access": true,
          "subnet_ids": [
            "${aws_subnet.private_use1_az1.id}", "${aws_subnet.private_use1_az2.id}",
          ],
        ],
        "zonal_shift_config": ["enabled": true],
      ])
    #expect(
      cell["aws_cloudwatch_log_group", "control_plane"] == [
        "name": "/aws/eks/bizcomms-cell-a-eks/cluster", "retention_in_days": 30,
      ])
  }

  @Test func `cluster and key can be destroyed only where the environment protects no data`()
    throws
  {
    let lifecycle: TerraformJSON = ["prevent_destroy": true]
    for (protection, expected) in [(.preventDestroy, lifecycle), (.none, .null)]
      as [(DataProtection, TerraformJSON)]
    {
      let cell = try sampleCell(dataProtection: protection)
      #expect(cell["aws_eks_cluster", "main"]["lifecycle"] == expected)
      #expect(cell["aws_kms_key", "cluster"]["lifecycle"] == expected)
    }
  }

  @Test func `network add-ons come before machines, and machines before coredns`() throws {
    let cell = try sampleCell {
      EKS { NodeGroup(.m7gLarge, count: 1, named: "arm") }
    }
    let network: Set = ["aws_eks_addon.kube_proxy", "aws_eks_addon.vpc_cni"]
    let machines: Set = ["aws_eks_node_group.arm", "aws_eks_node_group.general"]
    #expect(cell.before("aws_eks_addon.vpc_cni") == [])
    #expect(cell.before("aws_eks_addon.kube_proxy") == [])
    #expect(cell.before("aws_eks_node_group.general") == network)
    #expect(cell.before("aws_eks_node_group.arm") == network)
    #expect(cell.before("aws_eks_addon.coredns") == network.union(machines))
    #expect(Set(cell.blocks("aws_eks_addon").keys) == ["coredns", "kube_proxy", "vpc_cni"])
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
  @Test func `the CNI enforces network policies`() throws {
    let cell = try sampleCell()
    let addon = cell["aws_eks_addon", "vpc_cni"]
    #expect(cell.document(addon["configuration_values"]) == ["enableNetworkPolicy": "true"])
    #expect(cell["aws_eks_addon", "coredns"]["configuration_values"] == .null)
  }

  @Test
  func `machines have their architecture's image and leave their number to the autoscaler`()
    throws
  {
    let cell = try sampleCell {
      VPC(availabilityZones: 2)
      EKS { NodeGroup(.m7gLarge, count: 1, named: "arm") }
    }
    #expect(
      cell["aws_eks_node_group", "arm"] == [
        "ami_type": "AL2023_ARM_64_STANDARD",
        "capacity_type": "ON_DEMAND",
        "cluster_name": "${aws_eks_cluster.main.name}",
        "depends_on": [
          "aws_eks_addon.kube_proxy", "aws_eks_addon.vpc_cni",
          "aws_iam_role_policy_attachment.node_AmazonEC2ContainerRegistryPullOnly",
          "aws_iam_role_policy_attachment.node_AmazonEKSWorkerNodePolicy",
          "aws_iam_role_policy_attachment.node_AmazonEKS_CNI_Policy",
          "aws_route.private_internet_use1_az1", "aws_route.private_internet_use1_az2",
          "aws_route_table_association.private_use1_az1",
          "aws_route_table_association.private_use1_az2",
        ],
        "instance_types": ["m7g.large"],
        "lifecycle": ["ignore_changes": ["scaling_config[0].desired_size"]],
        "node_group_name": "arm",
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
    #expect(general["scaling_config"] == ["desired_size": 2, "max_size": 6, "min_size": 2])
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
    for (role, service) in ["cluster": "eks", "node": "ec2"] {
      #expect(
        cell.document(cell["aws_iam_role", role]["assume_role_policy"]) == [
          "Statement": [
            [
              "Action": ["sts:AssumeRole"], "Effect": "Allow",
              "Principal": ["Service": .string("\(service).amazonaws.com")],
            ]
          ],
          "Version": "2012-10-17",
        ])
    }
    let attached = cell.blocks("aws_iam_role_policy_attachment").values
      .compactMap { $0["policy_arn"].text }
      .filter { !$0.contains("RDS") }
    #expect(
      attached.sorted() == [
        "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
        "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
        "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
        "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy",
      ])
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
