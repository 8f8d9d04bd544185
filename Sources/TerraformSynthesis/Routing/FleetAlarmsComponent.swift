import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// What tells people that callers can't reach a cell, from outside of it.
struct FleetAlarmsComponent {
  private static let region = EnvironmentScope.fleetAlarmRegion

  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment
  private var location: SourceLocation { environment.location }
  private var meta: MetaArguments { environment.meta(in: Self.region) }

  /// - Parameter routing: whose health checks are watched.
  init(_ environment: ResolvedEnvironment, watching routing: RoutingComponent) {
    self.environment = environment
    component = TerraformComponent(
      "alarms", of: .routing(of: environment), owner: "\(environment.name) routing")
    let topic = component.add(
      AlarmTopic(
        block: "fleet", name: environment.scope.fleetAlarmTopic,
        keyAlias: environment.scope.fleetAlarmKeyAlias, subject: environment.name,
        region: Self.region, meta: meta), of: environment, at: location)
    let alarms = routing.checks.map { addAlarm(of: $0.cell, on: $0.check, telling: topic) }
    // With one cell it would say what the cell's own alarm says.
    if alarms.count > 1 { addAlarm(ofAll: alarms, telling: topic) }
    if let takeover = routing.takeover {
      addAlarm(ofTakeoverBy: takeover.standby, takeover.check, telling: topic)
    }
  }

  /// The switch holds until somebody says the opposite, and callers notice nothing: this tells that it
  /// is on.
  private mutating func addAlarm(
    ofTakeoverBy standby: ResolvedCell, _ check: AWS.Route53HealthCheck.Attributes,
    telling topic: AWS.SNSTopic.Attributes
  ) {
    component.add(
      MetricAlarm(
        block: "takeover", name: environment.scope.takeoverAlarm,
        description: """
          Callers of \(environment.domain.name) are led to \(standby.name), well or not, because \
          \(TakeoverMetric.namespace) \(TakeoverMetric.name) says so in \(standby.region.name). \
          Look up in the environment's guide how to end it, once the primary and its database are to \
          serve again.
          """,
        subject: .metric(
          CloudWatchMetric(
            "AWS/Route53", "HealthCheckStatus", ["HealthCheckId": check.id], .minimum)),
        comparison: .below, threshold: 1, periods: 2, missingData: .bad, meta: meta),
      telling: topic, at: standby.location)
  }

  /// Route 53 always reports; it falls silent where a check is disabled, which nobody here does.
  private mutating func addAlarm(
    of cell: ResolvedCell, on check: AWS.Route53HealthCheck.Attributes,
    telling topic: AWS.SNSTopic.Attributes
  ) -> AWS.CloudWatchMetricAlarm.Attributes {
    component.add(
      MetricAlarm(
        block: blockName(cell.name, "unhealthy"),
        name: environment.scope.unhealthyAlarm(ofCell: cell.name),
        description: """
          Route 53's health check of https://\(environment.hostName(of: cell)) fails: callers are \
          sent to another cell if there is one. Look at the alarms of \(cell.scope.prefix) in \
          \(cell.region.name) and at the AWS Health Dashboard.
          """,
        subject: .metric(
          CloudWatchMetric(
            "AWS/Route53", "HealthCheckStatus", ["HealthCheckId": check.id], .minimum)),
        comparison: .below, threshold: 1, periods: 2, missingData: .bad, meta: meta),
      telling: topic, at: cell.location)
  }

  private mutating func addAlarm(
    ofAll alarms: [AWS.CloudWatchMetricAlarm.Attributes], telling topic: AWS.SNSTopic.Attributes
  ) {
    let rule = alarms.dropFirst().reduce("ALARM(\"\(alarms[0].alarmName)\")" as Argument<String>) {
      rule, alarm in
      "\(rule) AND ALARM(\"\(alarm.alarmName)\")"
    }
    component.add(
      Resource(AWS.CloudWatchCompositeAlarm.self, "all_unhealthy", meta: meta) {
        $0.alarmName = Argument(environment.scope.allUnhealthyAlarm)
        $0.alarmDescription = Argument(
          """
          No cell of \(environment.name) can be reached at \(environment.domain.name): all callers fail. \
          Look at what the cells have in common: the certificate, DNS, the last release.
          """)
        $0.alarmRule = rule
        $0.alarmActions = Argument([topic.arn])
        $0.okActions = Argument([topic.arn])
      }, because: "goes off when no cell is well: then nothing can take over",
      at: location)
  }
}
