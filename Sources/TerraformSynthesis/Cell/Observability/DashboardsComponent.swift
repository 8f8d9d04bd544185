import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// A cell's three dashboards.
struct DashboardsComponent {
  private(set) var component: TerraformComponent

  /// - Parameter loadBalancer: what stands before the API.
  init(
    _ cell: ResolvedCell, of environment: ResolvedEnvironment,
    behind loadBalancer: AWS.LB.Attributes
  ) {
    component = TerraformComponent("dashboards", of: .cell(cell), owner: cell.name)
    for dashboard in Dashboard.allCases {
      let widgets =
        switch dashboard {
        case .api: cell.apiWidgets(behind: loadBalancer)
        case .worker: cell.workerWidgets
        case .infrastructure: environment.infrastructureWidgets(of: cell)
        }
      let body = component.encoded(
        "\(dashboard.rawValue)_dashboard", .dashboard(widgets, in: cell.region.name),
        at: cell.location)
      component.add(
        Resource(AWS.CloudWatchDashboard.self, dashboard.rawValue) {
          $0.dashboardName = Argument(cell.scope.name(of: dashboard))
          $0.dashboardBody = body
        }, because: "shows people how the cell does, at a glance",
        at: cell.location)
    }
  }
}
