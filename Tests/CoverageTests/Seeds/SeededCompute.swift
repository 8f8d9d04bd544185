extension Seed {
  /// Of the cluster, its charts and its functions.
  static let compute: [Seed] = [
    Seed(
      .use1, "aws_launch_template.general", "metadata_options.http_tokens", .made("optional")),
    Seed(.usw1, "aws_eks_addon.vpc_cni", "configuration_values.enableNetworkPolicy"),
    Seed(.usw1, "aws_eks_access_entry.karpenter_node"),
    Seed(.use1, "aws_eks_access_entry.role_operators"),
    Seed(.global, "aws_iam_service_linked_role.spot"),
    Seed(.usw1, "aws_eks_addon.eks_node_monitoring_agent"),
    Seed(.use1, "aws_eks_addon.coredns", "addon_version"),
    Seed(.use1, "aws_eks_node_group.general", "lifecycle.create_before_destroy"),
    Seed(.use1, "aws_cloudwatch_event_target.spot_interruption"),
    Seed(
      .use1, "aws_iam_role.worker",
      "assume_role_policy.Statement[0].Condition.StringEquals[\"${local.oidc_issuer}:sub\"]"),
    Seed(.usw1Values, "services.api", "resources.limits.memory", .made("1Gi")),
    Seed(.use1Values, "services.worker", "autoscaling.queueURL"),
    Seed(.development, "aws_lambda_function_event_invoke_config.poller", "destination_config"),
    Seed(.development, "aws_eks_node_group.general", "instance_types", .made(["t3.large"])),
  ]
}
