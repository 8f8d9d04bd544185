extension CoverageSection {
  /// Node groups, their machines and what runs on each.
  static let clusterMachines = CoverageSection("Machines") {
    CoverageRow(
      part: "A launch template: IMDSv2 that no pod reaches, an encrypted gp3 volume",
      .cells(
        "aws_launch_template.general",
        [
          "metadata_options.http_tokens": "required",
          "metadata_options.http_put_response_hop_limit": 1,
          "block_device_mappings[0].ebs.volume_type": "gp3",
          "block_device_mappings[0].ebs.encrypted": "true",
          "block_device_mappings[0].ebs.kms_key_id": "${aws_kms_key.nodes.arn}",
          "monitoring.enabled": true,
        ]),
      .cells(
        "aws_kms_alias.nodes",
        ["name": "alias/bizcomms-<cell>-nodes", "target_key_id": "${aws_kms_key.nodes.key_id}"]),
      .cells(
        "aws_eks_node_group.general",
        [
          "ami_type": "AL2023_x86_64_STANDARD", "node_role_arn": "${aws_iam_role.node.arn}",
          "update_config.max_unavailable": 1,
        ]))
    CoverageRow(
      part: "Machines that fail are found by an agent and replaced",
      .cells(
        "aws_eks_addon.eks_node_monitoring_agent",
        [
          "addon_name": "eks-node-monitoring-agent",
          "depends_on": .includes("aws_eks_node_group.general"),
        ]),
      .cells("aws_eks_node_group.general", ["node_repair_config.enabled": true]))
    CoverageRow(
      part: "A change of a group starts new machines before the old ones go",
      .cells(
        "aws_eks_node_group.general",
        [
          "node_group_name_prefix": "general-", "node_group_name": .absent,
          "lifecycle.create_before_destroy": true,
        ]))
    CoverageRow(
      part: "Add-ons in the version that EKS gives the cluster's version of Kubernetes",
      .cells(
        "data.aws_eks_addon_version.amazon_cloudwatch_observability",
        [
          "addon_name": "amazon-cloudwatch-observability", "kubernetes_version": "1.35",
          "most_recent": false,
        ]),
      .cells(
        "aws_eks_addon.amazon_cloudwatch_observability",
        [
          "addon_version":
            "${data.aws_eks_addon_version.amazon_cloudwatch_observability.version}"
        ]),
      .cells(
        "data.aws_eks_addon_version.aws_ebs_csi_driver",
        [
          "addon_name": "aws-ebs-csi-driver", "kubernetes_version": "1.35",
          "most_recent": false,
        ]),
      .cells(
        "aws_eks_addon.aws_ebs_csi_driver",
        ["addon_version": "${data.aws_eks_addon_version.aws_ebs_csi_driver.version}"]),
      .cells(
        "data.aws_eks_addon_version.coredns",
        [
          "addon_name": "coredns", "kubernetes_version": "1.35",
          "most_recent": false,
        ]),
      .cells(
        "aws_eks_addon.coredns",
        ["addon_version": "${data.aws_eks_addon_version.coredns.version}"]),
      .cells(
        "data.aws_eks_addon_version.eks_node_monitoring_agent",
        [
          "addon_name": "eks-node-monitoring-agent", "kubernetes_version": "1.35",
          "most_recent": false,
        ]),
      .cells(
        "aws_eks_addon.eks_node_monitoring_agent",
        ["addon_version": "${data.aws_eks_addon_version.eks_node_monitoring_agent.version}"]),
      .cells(
        "data.aws_eks_addon_version.kube_proxy",
        [
          "addon_name": "kube-proxy", "kubernetes_version": "1.35",
          "most_recent": false,
        ]),
      .cells(
        "aws_eks_addon.kube_proxy",
        ["addon_version": "${data.aws_eks_addon_version.kube_proxy.version}"]),
      .cells(
        "data.aws_eks_addon_version.metrics_server",
        [
          "addon_name": "metrics-server", "kubernetes_version": "1.35",
          "most_recent": false,
        ]),
      .cells(
        "aws_eks_addon.metrics_server",
        ["addon_version": "${data.aws_eks_addon_version.metrics_server.version}"]),
      .cells(
        "data.aws_eks_addon_version.vpc_cni",
        [
          "addon_name": "vpc-cni", "kubernetes_version": "1.35",
          "most_recent": false,
        ]),
      .cells(
        "aws_eks_addon.vpc_cni",
        ["addon_version": "${data.aws_eks_addon_version.vpc_cni.version}"]))
    CoverageRow(
      part: "Network add-ons before the machines",
      .cells(
        "aws_eks_addon.vpc_cni",
        ["addon_name": "vpc-cni", "configuration_values.enableNetworkPolicy": "true"]),
      .cells("aws_eks_addon.kube_proxy", ["addon_name": "kube-proxy"]),
      .cells("aws_eks_node_group.general", ["depends_on": .includes("aws_eks_addon.vpc_cni")]),
      .cells(
        "aws_iam_role.vpc_cni",
        [
          "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
            "system:serviceaccount:kube-system:aws-node",
          "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:aud\"]":
            "sts.amazonaws.com",
        ]),
      .cells(
        "aws_iam_role_policy_attachment.vpc_cni_AmazonEKS_CNI_Policy",
        [
          "role": "${aws_iam_role.vpc_cni.name}",
          "policy_arn": "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy",
        ]))
    CoverageRow(
      part: "The other add-ons after them",
      .cells(
        "aws_eks_addon.coredns",
        ["addon_name": "coredns", "depends_on": .includes("aws_eks_node_group.general")]),
      .cells(
        "aws_eks_addon.metrics_server",
        ["addon_name": "metrics-server", "depends_on": .includes("aws_eks_node_group.general")]),
      .cells(
        "aws_eks_addon.aws_ebs_csi_driver",
        [
          "addon_name": "aws-ebs-csi-driver",
          "service_account_role_arn": "${aws_iam_role.ebs_csi.arn}",
          "depends_on": .includes("aws_eks_node_group.general"),
        ]),
      .cells(
        "aws_iam_role.ebs_csi",
        [
          "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
            "system:serviceaccount:kube-system:ebs-csi-controller-sa",
          "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:aud\"]":
            "sts.amazonaws.com",
        ]),
      .cells(
        "aws_iam_role_policy_attachment.ebs_csi_AmazonEBSCSIDriverPolicyV2",
        [
          "role": "${aws_iam_role.ebs_csi.name}",
          "policy_arn": "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2",
        ]),
      .cells(
        "aws_eks_addon.amazon_cloudwatch_observability",
        [
          "addon_name": "amazon-cloudwatch-observability",
          "service_account_role_arn": "${aws_iam_role.cloudwatch.arn}",
          "configuration_values.containerLogs.fluentBit.config.extraFiles[\"application-log.conf\"]":
            .present,
        ]),
      .cells(
        "aws_iam_role.cloudwatch",
        [
          "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
            "system:serviceaccount:amazon-cloudwatch:cloudwatch-agent",
          "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:aud\"]":
            "sts.amazonaws.com",
        ]),
      .cells(
        "aws_iam_role_policy_attachment.cloudwatch_CloudWatchAgentServerPolicy",
        [
          "role": "${aws_iam_role.cloudwatch.name}",
          "policy_arn": "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
        ]),
      .cells(
        "aws_cloudwatch_log_group.insights_application",
        [
          "name": "/aws/containerinsights/bizcomms-<cell>-eks/application",
          "retention_in_days": 30,
        ]),
      .cells(
        "aws_cloudwatch_log_group.insights_dataplane",
        [
          "name": "/aws/containerinsights/bizcomms-<cell>-eks/dataplane",
          "retention_in_days": 30,
        ]),
      .cells(
        "aws_cloudwatch_log_group.insights_host",
        ["name": "/aws/containerinsights/bizcomms-<cell>-eks/host", "retention_in_days": 30]),
      .cells(
        "aws_cloudwatch_log_group.insights_performance",
        [
          "name": "/aws/containerinsights/bizcomms-<cell>-eks/performance",
          "retention_in_days": 30,
        ]))
  }
}
