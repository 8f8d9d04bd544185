/// Names and ARNs of the roles that an environment's repository plans and deploys with.
extension EnvironmentScope {
  /// The role that plans and changes nothing: `bizcomms-production-plan`.
  public var planRole: String { "bizcomms-\(environment)-plan" }

  /// The role that applies: `bizcomms-production-deploy`.
  public var deployRole: String { "bizcomms-\(environment)-deploy" }

  /// ``planRole``, by ARN.
  public var planRoleARN: String { "arn:aws:iam::\(account):role/\(planRole)" }

  /// ``deployRole``, by ARN.
  public var deployRoleARN: String { "arn:aws:iam::\(account):role/\(deployRole)" }
}
