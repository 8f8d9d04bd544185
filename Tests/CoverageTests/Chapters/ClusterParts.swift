extension CoverageChapter {
  static let clusterParts = CoverageChapter(
    title: "The cluster: what the overview leaves open",
    sections: [
      CoverageSection("Access") {
        CoverageRow(
          part: "Access entries in place of the `aws-auth` config map",
          .cells(
            "aws_eks_cluster.main",
            [
              "access_config.authentication_mode": "API",
              "access_config.bootstrap_cluster_creator_admin_permissions": false,
              "bootstrap_self_managed_addons": false, "zonal_shift_config.enabled": true,
            ]),
          .cells(
            "aws_eks_access_entry.deploy",
            [
              "principal_arn": "arn:aws:iam::123456789012:role/bizcomms-production-deploy",
              "type": "STANDARD",
            ]),
          .cells(
            "aws_eks_access_policy_association.deploy",
            [
              "principal_arn": "${aws_eks_access_entry.deploy.principal_arn}",
              "policy_arn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
              "access_scope.type": "cluster",
            ]),
          .cells(
            "aws_eks_access_entry.role_operators",
            ["principal_arn": "arn:aws:iam::123456789012:role/operators", "type": "STANDARD"]),
          .cells(
            "aws_eks_access_policy_association.role_operators",
            [
              "principal_arn": "${aws_eks_access_entry.role_operators.principal_arn}",
              "policy_arn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
              "access_scope.type": "cluster",
            ]),
          .cells("aws_eks_access_entry", ["": .count(3)]))
        CoverageRow(
          part: "Secrets of Kubernetes encrypted, all logs of the control plane kept",
          .cells(
            "aws_eks_cluster.main",
            [
              "encryption_config.resources": ["secrets"],
              "encryption_config.provider.key_arn": "${aws_kms_key.cluster.arn}",
              "enabled_cluster_log_types": [
                "api", "audit", "authenticator", "controllerManager", "scheduler",
              ], "lifecycle.prevent_destroy": true,
            ]),
          .cells(
            "aws_kms_alias.cluster",
            ["name": "alias/bizcomms-<cell>-eks", "target_key_id": "${aws_kms_key.cluster.key_id}"]),
          .cells(
            "aws_cloudwatch_log_group.control_plane",
            ["name": "/aws/eks/bizcomms-<cell>-eks/cluster", "retention_in_days": 30]))
        CoverageRow(
          part: "Roles of control plane and machines",
          .cells(
            "aws_iam_role.cluster",
            ["assume_role_policy.Statement[0].Principal.Service": "eks.amazonaws.com"]),
          .cells(
            "aws_iam_role_policy_attachment.cluster_AmazonEKSClusterPolicy",
            [
              "role": "${aws_iam_role.cluster.name}",
              "policy_arn": "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
            ]),
          .cells(
            "aws_iam_role.node",
            ["assume_role_policy.Statement[0].Principal.Service": "ec2.amazonaws.com"]),
          .cells(
            "aws_iam_role_policy_attachment.node_AmazonEKSWorkerNodePolicy",
            [
              "role": "${aws_iam_role.node.name}",
              "policy_arn": "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
            ]),
          .cells(
            "aws_iam_role_policy_attachment.node_AmazonEC2ContainerRegistryPullOnly",
            [
              "role": "${aws_iam_role.node.name}",
              "policy_arn": "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
            ]))
      },
      .clusterMachines,
      .clusterControllers,
    ])
}
