import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's alarms, and the topic through which people hear of them.
struct AlarmsComponent {
  private(set) var component: TerraformComponent

  /// - Parameter loadBalancer: what counts the answers that callers get.
  init(
    _ cell: ResolvedCell, of environment: ResolvedEnvironment,
    behind loadBalancer: AWS.LB.Attributes
  ) {
    component = TerraformComponent("alarms", of: .cell(cell), owner: cell.name)
    let topic = component.add(
      AlarmTopic(
        block: "alarms", name: cell.scope.alarmTopic, keyAlias: cell.scope.alarmKeyAlias,
        subject: cell.name, region: cell.region), of: environment, at: cell.location)
    let alarms =
      cell.serviceAlarms(behind: loadBalancer) + cell.functionAlarms + cell.logAlarms
      + [cell.nodeAlarm]
    for alarm in alarms {
      component.add(alarm, telling: topic, at: cell.location)
    }
    for cluster in environment.databaseClusters(of: cell) {
      for alarm in environment.alarms(of: cluster, in: cell) {
        component.add(alarm, telling: topic, at: cluster.database.location)
      }
    }
  }
}
