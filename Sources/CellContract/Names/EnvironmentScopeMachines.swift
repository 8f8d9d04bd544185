/// Names and ARNs of what an account has for the machines of all cells.
extension EnvironmentScope {
  /// The service-linked role by which EC2 starts Spot machines, by ARN; AWS chooses its name.
  ///
  /// Source: EC2 User Guide, "Service-linked role for Spot Instance requests", 2026-11.
  public var spotRoleARN: String {
    "arn:aws:iam::\(account):role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot"
  }
}
