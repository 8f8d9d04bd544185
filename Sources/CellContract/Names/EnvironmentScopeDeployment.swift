/// Names and ARNs of the roles that an environment's repository plans and deploys with.
extension EnvironmentScope {
  /// The role that plans and changes nothing: `bizcomms-production-plan`.
  public var planRole: String { "bizcomms-\(environment)-plan" }

  /// The role that applies: `bizcomms-production-deploy`.
  public var deployRole: String { "bizcomms-\(environment)-deploy" }

  /// The GitHub environment whose workflows may take ``planRole``: `production-plan`.
  public var planningEnvironment: String { "\(environment)-plan" }

  /// The GitHub environment whose workflows may take ``deployRole``: `production`.
  public var deployingEnvironment: String { environment }

  /// ``planRole``, by ARN.
  public var planRoleARN: String { "arn:aws:iam::\(account):role/\(planRole)" }

  /// ``deployRole``, by ARN.
  public var deployRoleARN: String { "arn:aws:iam::\(account):role/\(deployRole)" }
}

extension EnvironmentScope {
  /// The policy that bounds what any role of the environment may be allowed:
  /// `bizcomms-production-boundary`.
  public var boundary: String { "bizcomms-\(environment)-boundary" }

  /// ``boundary``, by ARN.
  public var boundaryARN: String { "arn:aws:iam::\(account):policy/\(boundary)" }

  /// One of the policies of ``deployRole``: `bizcomms-production-deploy-data`.
  public func deployPolicy(_ part: String) -> String { "\(deployRole)-\(part)" }
}
