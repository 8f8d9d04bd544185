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
      CoverageSection("Machines") {
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
      },
      CoverageSection("Controllers and Karpenter") {
        CoverageRow(
          part: "The load balancer controller moves targets of one group",
          .cells(
            "aws_iam_role.load_balancer",
            [
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
                "system:serviceaccount:kube-system:aws-load-balancer-controller",
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:aud\"]":
                "sts.amazonaws.com",
            ]),
          .cells(
            "aws_iam_role_policy.load_balancer",
            [
              "policy.Statement[1].Action": [
                "elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets",
              ],
              "policy.Statement[1].Resource": [
                "arn:aws:elasticloadbalancing:<region>:123456789012:targetgroup/bizcomms-<cell>-api/*"
              ],
            ]),
          .cells("output.target_group_arn", ["value": "${aws_lb_target_group.api.arn}"]),
          .values(
            "loadBalancer.controller.serviceAccount",
            [
              "annotations[\"eks.amazonaws.com/role-arn\"]":
                "arn:aws:iam::123456789012:role/bizcomms-<cell>-load-balancer"
            ]))
        CoverageRow(
          part: "KEDA scales the worker",
          .cells(
            "aws_iam_role.keda",
            [
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
                "system:serviceaccount:keda:keda-operator",
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:aud\"]":
                "sts.amazonaws.com",
            ]),
          .values(
            "keda.serviceAccount",
            [
              "annotations[\"eks.amazonaws.com/role-arn\"]":
                "arn:aws:iam::123456789012:role/bizcomms-<cell>-keda"
            ]))
        CoverageRow(
          part: "Karpenter and its machines",
          .cells(
            "aws_iam_role.karpenter",
            [
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]":
                "system:serviceaccount:kube-system:karpenter",
              "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:aud\"]":
                "sts.amazonaws.com",
            ]),
          .cells(
            "aws_iam_role_policy.karpenter",
            [
              "role": "${aws_iam_role.karpenter.name}",
              "policy.Statement[Action[0]=iam:PassRole].Resource": [
                "${aws_iam_role.karpenter_node.arn}"
              ],
              "policy.Statement[Action[0]=ec2:DeleteLaunchTemplate].Action": [
                "ec2:DeleteLaunchTemplate", "ec2:TerminateInstances",
              ],
              "policy.Statement[Action[0]=ec2:DeleteLaunchTemplate].Condition.StringEquals[\"aws:ResourceTag/kubernetes.io/cluster/bizcomms-<cell>-eks\"]":
                "owned",
            ]),
          .cells(
            "aws_iam_role.karpenter_node",
            ["assume_role_policy.Statement[0].Principal.Service": "ec2.amazonaws.com"]),
          .cells(
            "aws_iam_instance_profile.karpenter_node",
            [
              "name": "bizcomms-<cell>-karpenter-node",
              "role": "${aws_iam_role.karpenter_node.name}",
            ]),
          .cells(
            "aws_iam_role_policy_attachment.karpenter_node_AmazonEKSWorkerNodePolicy",
            [
              "role": "${aws_iam_role.karpenter_node.name}",
              "policy_arn": "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
            ]),
          .cells(
            "aws_iam_role_policy_attachment.karpenter_node_AmazonEC2ContainerRegistryPullOnly",
            [
              "role": "${aws_iam_role.karpenter_node.name}",
              "policy_arn": "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
            ]),
          .cells(
            "aws_ec2_tag.karpenter_discovery",
            ["key": "karpenter.sh/discovery", "value": "bizcomms-<cell>-eks"]),
          .cells(
            "aws_cloudwatch_event_target.aws_health",
            [
              "rule": "${aws_cloudwatch_event_rule.aws_health.name}",
              "arn": "${aws_sqs_queue.interruptions.arn}",
            ]),
          .cells(
            "aws_cloudwatch_event_target.rebalance",
            [
              "rule": "${aws_cloudwatch_event_rule.rebalance.name}",
              "arn": "${aws_sqs_queue.interruptions.arn}",
            ]),
          .cells(
            "aws_cloudwatch_event_target.state_change",
            [
              "rule": "${aws_cloudwatch_event_rule.state_change.name}",
              "arn": "${aws_sqs_queue.interruptions.arn}",
            ]),
          .cells(
            "aws_sqs_queue_policy.interruptions",
            [
              "policy.Statement[Principal.Service=events.amazonaws.com].Action": [
                "sqs:SendMessage"
              ], "policy.Statement[Effect=Deny].Condition.Bool[\"aws:SecureTransport\"]": "false",
            ]))
      },
    ])
}
