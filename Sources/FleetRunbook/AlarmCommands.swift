import CellContract
import CellDescription
public import CellModel
public import CellPrimitives
import SourceLocations

/// A topic to which alarms are sent.
public struct AlarmTopicPlace: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// Where it and its alarms are.
  public let region: Region
  /// Its ARN.
  public let arn: String

  /// Who is subscribed to the topic, and whether they have confirmed.
  public var subscriptions: ShellCommand {
    ShellCommand(
      ["aws", "sns", "list-subscriptions-by-topic", "--region", region.name, "--output", "text"],
      ["--query", "Subscriptions[].[Endpoint, SubscriptionArn]"], ["--topic-arn", arn])
  }
}

extension ResolvedEnvironment {
  /// The topics of all alarms: those of the cells, and the fleet's.
  public var alarmTopics: [AlarmTopicPlace] {
    cellsInOrderOfApplication.map {
      AlarmTopicPlace(name: $0.scope.alarmTopic, region: $0.region, arn: $0.scope.alarmTopicARN)
    } + [
      AlarmTopicPlace(
        name: scope.fleetAlarmTopic, region: EnvironmentScope.fleetAlarmRegion,
        arn: scope.fleetAlarmTopicARN)
    ]
  }

  /// Regions in which alarms are, the fleet's first.
  public var alarmRegions: [Region] {
    [EnvironmentScope.fleetAlarmRegion]
      + regions.filter { $0 != EnvironmentScope.fleetAlarmRegion }
  }

  /// The alarms of a region that are on now, with what to do about each.
  public func alarmsThatAreOn(in region: Region) -> ShellCommand {
    ShellCommand(
      ["aws", "cloudwatch", "describe-alarms", "--region", region.name, "--state-value", "ALARM"],
      ["--alarm-types", "MetricAlarm", "CompositeAlarm", "--output", "text"],
      ["--query", "[MetricAlarms, CompositeAlarms][].[AlarmName, AlarmDescription]"])
  }

  /// Whether a cell answers, asked as Route 53 asks it.
  public func health(of cell: ResolvedCell) -> ShellCommand {
    ShellCommand([
      "curl", "--max-time", "10", "--include",
      "https://\(hostName(of: cell))\(ServiceName.api.contract.health.health)",
    ])
  }

  /// Whether the shared name answers, wherever it leads.
  public var healthOfSharedName: ShellCommand {
    ShellCommand([
      "curl", "--max-time", "10", "--include",
      "https://\(domain.name)\(ServiceName.api.contract.health.health)",
    ])
  }
}
