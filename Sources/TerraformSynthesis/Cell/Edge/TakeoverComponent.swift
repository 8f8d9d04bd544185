import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// The alarm with which a cell takes the shared name from the primary; see ``RoutingComponent``.
///
/// It lies in the cell's own region, because it must work while the primary's region does not. Under
/// failover each of two cells has one, also the primary, which is a standby after the next swap. It
/// tells nobody: the fleet's alarm on Route 53's health check does.
struct TakeoverComponent {
  private(set) var component: TerraformComponent

  init(_ cell: ResolvedCell, of environment: ResolvedEnvironment) {
    component = TerraformComponent("takeover", of: .cell(cell), owner: cell.name)
    guard environment.routing.value == .failover, environment.cells.count > 1 else { return }
    component.add(
      Resource(AWS.CloudWatchMetricAlarm.self, "takeover") {
        $0.alarmName = Argument(cell.scope.takeoverAlarm)
        $0.alarmDescription = Argument("\(cell.name) takes over from the primary")
        $0.namespace = Argument(TakeoverMetric.namespace)
        $0.metricName = Argument(TakeoverMetric.name)
        $0.dimensions = [TakeoverMetric.dimension: Argument(cell.name)]
        $0.statistic = "Maximum"
        $0.comparisonOperator = "GreaterThanOrEqualToThreshold"
        $0.threshold = 1
        $0.period = 60
        $0.evaluationPeriods = 1
        // Said once, it holds until the opposite is said.
        $0.treatMissingData = "ignore"
      }, because: "the switch by which the cell takes over from the primary; a person sets it",
      at: cell.location)
  }
}
