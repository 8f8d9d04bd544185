import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// Log groups of a cell's services, what is counted in them, what people ask of them, and the
/// archive that old lines go to.
struct LogsComponent {
  private(set) var component: TerraformComponent
  private let cell: ResolvedCell
  private let key: AWS.KMSKey.Attributes

  init(
    _ cell: ResolvedCell, of environment: ResolvedEnvironment,
    encryptedBy key: AWS.KMSKey.Attributes
  ) {
    self.cell = cell
    self.key = key
    component = TerraformComponent("logs", of: .cell(cell), owner: cell.name)
    let archive = component.addLogArchive(of: cell, in: environment, encryptedBy: key)
    var groups: [ServiceName: AWS.CloudWatchLogGroup.Attributes] = [:]
    for service in cell.cluster.services {
      let group = addLogGroups(of: service)
      groups[service.value.name] = group
      countErrors(of: service.value.name, in: group, at: service.location)
      component.archive(service, of: cell, from: group, into: archive)
    }
    component.addLogQueries(of: cell, in: groups)
  }

  /// The group of a service's lines, and another one for debug lines of pods, which Fluent Bit tells
  /// apart. A function has one group: Lambda writes every line there, so its debug lines are kept for
  /// as long as the others.
  ///
  /// - Returns: the group of lines that are kept; those of debug lines are neither counted nor
  ///   archived.
  private mutating func addLogGroups(
    of service: Placed<ResolvedService>
  ) -> AWS.CloudWatchLogGroup.Attributes {
    let name = service.value.name
    if service.value.isPods {
      addLogGroup(
        blockName(name.rawValue, "debug"), cell.scope.debugLogGroup(of: name),
        keepingFor: cell.observability.debugRetention.value, at: service.location)
    }
    return addLogGroup(
      blockName(name.rawValue), cell.scope.logGroup(of: name),
      keepingFor: cell.observability.logRetention.value, at: service.location)
  }

  @discardableResult
  private mutating func addLogGroup(
    _ block: String, _ name: String, keepingFor retention: Period, at location: SourceLocation
  ) -> AWS.CloudWatchLogGroup.Attributes {
    component.add(
      Resource(AWS.CloudWatchLogGroup.self, block) {
        $0.name = Argument(name)
        $0.retentionInDays = Argument(retention.daysOfRetention)
        $0.kmsKeyID = key.arn
      }, because: "keeps a service's log as long as cells/ says, encrypted",
      at: location)
  }

  /// One metric for each service, and no copy of what it measures itself.
  ///
  /// A filter with dimensions can't have a default value: minutes without an error have no value.
  /// Source: Amazon CloudWatch Logs API Reference, `MetricTransformation`, 2026-11.
  private mutating func countErrors(
    of service: ServiceName, in group: AWS.CloudWatchLogGroup.Attributes,
    at location: SourceLocation
  ) {
    let tests = LogLevel.failures.map { "($.\(LogField.level.rawValue) = \"\($0.rawValue)\")" }
    component.add(
      Resource(AWS.CloudWatchLogMetricFilter.self, blockName(service.rawValue)) {
        $0.name = Argument(cell.scope.errorFilter(of: service))
        $0.logGroupName = group.name
        $0.pattern = Argument("{ \(tests.joined(separator: " || ")) }")
        $0.metricTransformation = .init {
          $0.namespace = Argument(Metric.namespace)
          $0.name = Argument(Metric.logErrors.name)
          $0.unit = Argument(Metric.logErrors.unit.rawValue)
          $0.value = "1"
          $0.dimensions = [
            "Cell": Argument("$.\(LogField.cell.rawValue)"),
            "Service": Argument("$.\(LogField.service.rawValue)"),
          ]
        }
      }, because: "counts the errors in the service's log, for its alarm",
      at: location)
  }
}

extension Period {
  /// The period in days; the rule `retention` lets nothing but whole days through.
  var daysOfRetention: Int {
    guard let days = wholeDays else { preconditionFailure("\(self) is no number of days") }
    return days
  }
}
