public import CellPrimitives

/// Names of what watches the cells of an environment from outside.
extension EnvironmentScope {
  /// Where that is, wherever the cells are: Route 53 reports there what its health checks find, and a
  /// composite alarm sees alarms of its own region only.
  ///
  /// Sources: Route 53 Developer Guide, "Monitoring health checks using CloudWatch"; Amazon CloudWatch
  /// User Guide, "Composite alarms", 2026-11.
  public static let fleetAlarmRegion = Region.usEast1

  /// Where alarms go that belong to no cell: `bizcomms-production-fleet-alarms`.
  public var fleetAlarmTopic: String { "bizcomms-\(environment)-fleet-alarms" }

  /// ``fleetAlarmTopic``, by ARN.
  public var fleetAlarmTopicARN: String {
    "arn:aws:sns:\(Self.fleetAlarmRegion.name):\(account):\(fleetAlarmTopic)"
  }

  /// The key of ``fleetAlarmTopic``: `alias/bizcomms-production-fleet-alarms`.
  public var fleetAlarmKeyAlias: String { "alias/\(fleetAlarmTopic)" }

  /// The alarm that callers can't reach a cell: `bizcomms-production cell-use1-01 Unhealthy`.
  public func unhealthyAlarm(ofCell cell: String) -> String {
    "bizcomms-\(environment) \(cell) Unhealthy"
  }

  /// The alarm that the standby has taken over: `bizcomms-production Takeover`.
  public var takeoverAlarm: String { "bizcomms-\(environment) Takeover" }

  /// The alarm that callers can reach none: `bizcomms-production All Cells Unhealthy`.
  public var allUnhealthyAlarm: String { "bizcomms-\(environment) All Cells Unhealthy" }
}
