extension CoverageSection {
  /// What runs in the cluster for the cluster, and how machines come and go.
  static let clusterControllers = CoverageSection("Controllers and Karpenter") {
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
  }
}
