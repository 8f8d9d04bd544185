import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// The shared host name: a record and a health check for each cell.
///
/// Nothing here depends on a load balancer: records point at the cells' own host names, which the
/// cells keep. A failover changes no record, because Route 53's control plane is in one region.
/// Source: Route 53 Developer Guide, "Disaster recovery", 2026-11.
struct RoutingComponent {
  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment

  init(_ environment: ResolvedEnvironment) {
    self.environment = environment
    component = TerraformComponent(
      "routing", of: .routing(of: environment), owner: "\(environment.name) routing")
    let zone = component.add(
      Resource(AWS.Data.SSMParameter.self, "hosted_zone_id") {
        $0.name = Argument(environment.scope.parameter(.hostedZoneID))
      }, at: environment.zone.location)
    for cell in environment.cells {
      let check = addHealthCheck(of: cell)
      addRecord(for: cell, in: zone.insecureValue, check)
    }
  }

  /// Every 30 seconds; three failures in a row take the cell out.
  private mutating func addHealthCheck(
    of cell: ResolvedCell
  ) -> AWS.Route53HealthCheck.Attributes {
    component.add(
      Resource(AWS.Route53HealthCheck.self, blockName(cell.name)) {
        $0.fqdn = Argument(environment.hostName(of: cell))
        $0.type = "HTTPS"
        $0.port = 443
        $0.resourcePath = Argument(ServiceName.api.contract.health.health)
        $0.requestInterval = 30
        $0.failureThreshold = 3
        $0.tags = ["Name": Argument(cell.scope.prefix)]
      }, at: cell.location)
  }

  private mutating func addRecord(
    for cell: ResolvedCell, in zoneID: Argument<String>,
    _ check: AWS.Route53HealthCheck.Attributes
  ) {
    let isAlone = environment.cells.count == 1
    component.add(
      Resource(AWS.Route53Record.self, blockName(cell.name)) {
        $0.zoneID = zoneID
        $0.name = Argument(environment.domain.description)
        $0.type = "A"
        $0.alias = .init {
          $0.name = Argument(environment.hostName(of: cell))
          $0.zoneID = zoneID
          $0.evaluateTargetHealth = true
        }
        guard !isAlone else { return }
        $0.setIdentifier = Argument(cell.name)
        $0.healthCheckID = check.id
        switch environment.routing.value {
        case .failover:
          let isPrimary = cell.role.value == .primary
          $0.failoverRoutingPolicy = .init { $0.type = isPrimary ? "PRIMARY" : "SECONDARY" }
        case .latency:
          $0.latencyRoutingPolicy = .init { $0.region = Argument(cell.region.name) }
        }
      }, at: environment.routing.location)
  }
}
