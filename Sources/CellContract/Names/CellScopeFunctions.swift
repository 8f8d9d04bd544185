import CellPrimitives

/// Names and ARNs of a cell's services that run as functions.
extension CellScope {
  /// A service's function, its security group and its schedule: `bizcomms-cell-use1-01-poller`.
  public func function(of service: ServiceName) -> String { "\(prefix)-\(service.rawValue)" }

  /// A service's function, by ARN.
  public func functionARN(of service: ServiceName) -> String {
    "arn:aws:lambda:\(region.name):\(environment.account):function:\(function(of: service))"
  }

  /// Where rounds go that could not be started or ended badly:
  /// `bizcomms-cell-use1-01-poller-failures`.
  public func failedRounds(of service: ServiceName) -> String {
    "\(function(of: service))-failures"
  }

  /// The role with which a service's schedule starts its function:
  /// `bizcomms-cell-use1-01-poller-schedule`.
  public func scheduleRole(of service: ServiceName) -> String {
    "\(function(of: service))-schedule"
  }

  /// The group of the cell's schedules: `bizcomms-cell-use1-01`.
  public var scheduleGroup: String { prefix }

  /// The group of the cell's schedules, by ARN.
  public var scheduleGroupARN: String {
    "arn:aws:scheduler:\(region.name):\(environment.account):schedule-group/\(scheduleGroup)"
  }

  /// A service's log group, by ARN.
  public func logGroupARN(of service: ServiceName) -> String {
    "arn:aws:logs:\(region.name):\(environment.account):log-group:\(logGroup(of: service))"
  }
}
