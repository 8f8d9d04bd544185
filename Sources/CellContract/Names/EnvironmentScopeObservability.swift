/// Names of what watches the cells of an environment from outside.
extension EnvironmentScope {
  /// Where alarms go that belong to no cell: `bizcomms-production-fleet-alarms`.
  public var fleetAlarmTopic: String { "bizcomms-\(environment)-fleet-alarms" }

  /// The key of ``fleetAlarmTopic``: `alias/bizcomms-production-fleet-alarms`.
  public var fleetAlarmKeyAlias: String { "alias/\(fleetAlarmTopic)" }

  /// The alarm that callers can't reach a cell: `bizcomms-production cell-use1-01 Unhealthy`.
  public func unhealthyAlarm(ofCell cell: String) -> String {
    "bizcomms-\(environment) \(cell) Unhealthy"
  }

  /// The alarm that callers can reach none: `bizcomms-production All Cells Unhealthy`.
  public var allUnhealthyAlarm: String { "bizcomms-\(environment) All Cells Unhealthy" }
}
