import CellPrimitives

extension CellScope {
  /// The log group of the network's traffic: `/aws/vpc/bizcomms-cell-use1-01/flow-logs`.
  public var flowLogGroup: String { "/aws/vpc/\(prefix)/flow-logs" }

  /// The role that writes it: `bizcomms-cell-use1-01-flow-logs`.
  public var flowLogRole: String { "\(prefix)-flow-logs" }

  /// Pattern for the ARN of every flow log of the cell's account in its region.
  public var flowLogsARNPattern: String {
    "arn:aws:ec2:\(region.name):\(environment.account):vpc-flow-log/*"
  }
}
