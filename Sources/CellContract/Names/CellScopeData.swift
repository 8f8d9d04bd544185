import CellPrimitives

extension CellScope {
  /// The key for the cell's topics and queues: `alias/bizcomms-cell-use1-01-messaging`.
  public var messagingKeyAlias: String { "alias/\(prefix)-messaging" }

  /// The role with which RDS writes what it measures on the databases' machines:
  /// `bizcomms-cell-use1-01-database`.
  public var databaseMonitoringRole: String { "\(prefix)-database" }

  /// Where Aurora writes the cluster's own log: `/aws/rds/cluster/bizcomms-cell-use1-01-alerts/postgresql`.
  ///
  /// Source: Amazon Aurora User Guide, "Publishing Aurora PostgreSQL logs to Amazon CloudWatch Logs",
  /// 2026-11.
  public func logGroup(of database: Database) -> String {
    "/aws/rds/cluster/\(name(of: database))/postgresql"
  }

  /// ARN of a log group of the cell's region, by its name.
  public func logGroupARN(_ name: String) -> String {
    "arn:aws:logs:\(region.name):\(environment.account):log-group:\(name)"
  }

  /// Pattern for the ARNs of the cell's topics.
  public var topicsARNPattern: String {
    "arn:aws:sns:\(region.name):\(environment.account):\(prefix)-*"
  }

  /// Pattern for the ARNs of the instances of the cell's databases.
  public var databaseInstancesARNPattern: String {
    "arn:aws:rds:\(region.name):\(environment.account):db:\(prefix)-*"
  }
}
