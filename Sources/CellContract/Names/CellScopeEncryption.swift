import CellPrimitives

extension CellScope {
  /// The key of the cell's log groups: `alias/bizcomms-cell-use1-01-logs`.
  public var logsKeyAlias: String { "alias/\(prefix)-logs" }

  /// Pattern for the ARN of every log group of the cell's account in its region.
  ///
  /// CloudWatch Logs states the ARN of a log group as the encryption context of its lines.
  /// Source: Amazon CloudWatch Logs User Guide, "Encrypt log data in CloudWatch Logs using AWS Key
  /// Management Service", 2026-11.
  public var logGroupsARNPattern: String {
    "arn:aws:logs:\(region.name):\(environment.account):log-group:*"
  }
}
