import CellContract
import CellDescription
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// The shared host name: health checks of the cells, and records that lead to them.
///
/// Nothing here depends on a load balancer: records point at the cells' own host names, which the
/// cells keep and which must be there first. A failover changes no record, because Route 53's control plane is in one region.
/// Source: Route 53 Developer Guide, "Disaster recovery", 2026-11.
struct RoutingComponent {
  private(set) var component: TerraformComponent
  /// Every cell with its health check.
  private(set) var checks: [(cell: ResolvedCell, check: AWS.Route53HealthCheck.Attributes)] = []
  /// The standby with the check that fails while it has taken over; nil where nobody can.
  private(set) var takeover: (standby: ResolvedCell, check: AWS.Route53HealthCheck.Attributes)?
  private let environment: ResolvedEnvironment
  private let zoneID: Argument<String>
  private var location: SourceLocation { environment.routing.location }

  init(_ environment: ResolvedEnvironment) {
    self.environment = environment
    component = TerraformComponent(
      "routing", of: .routing(of: environment), owner: "\(environment.name) routing")
    zoneID =
      component.add(
        Resource(AWS.Data.SSMParameter.self, "hosted_zone_id") {
          $0.name = Argument(environment.scope.parameter(.hostedZoneID))
        }, because: "reads in which hosted zone global keeps the environment's names",
        at: environment.zone.location
      ).insecureValue
    checks = environment.cells.map { ($0, addHealthCheck(of: $0)) }
    switch environment.routing.value {
    case .failover: addFailover(checks)
    case .latency: addLatency(checks)
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
      }, because: "asks the cell from all over the world whether it is well; routing follows it",
      at: cell.location)
  }

  /// A record for each role, and not for each cell: when two cells change roles, each record changes
  /// its target in place, where two records would claim to be the primary for a moment, which
  /// Route 53 refuses.
  private mutating func addFailover(
    _ cells: [(ResolvedCell, AWS.Route53HealthCheck.Attributes)]
  ) {
    let standby = cells.first { $0.0.role.value == .standby }?.0
    for (cell, ownCheck) in cells {
      let isPrimary = cell.role.value == .primary
      let check =
        if isPrimary, let standby {
          addHealthCheck(ofPrimary: ownCheck, unlessReplacedBy: standby)
        } else {
          ownCheck
        }
      let role = isPrimary ? "primary" : "standby"
      addRecord(
        role, named: environment.domain.name, to: environment.hostName(of: cell), at: location
      ) {
        $0.setIdentifier = Argument(role)
        $0.healthCheckID = check.id
        $0.failoverRoutingPolicy = .init { $0.type = isPrimary ? "PRIMARY" : "SECONDARY" }
      }
    }
  }

  /// The primary is out while its own check fails, and while the standby says so.
  ///
  /// The standby says so by a metric in its own region: it needs neither the primary's region nor
  /// Route 53's control plane. Route 53 reads the metric and not the alarm's state; without a recent
  /// value it stays with the last, and before the first one with healthy.
  /// Sources: AWS Networking & Content Delivery Blog, "Creating Disaster Recovery Mechanisms Using
  /// Amazon Route 53"; Route 53 API Reference, `HealthCheckConfig`, `InsufficientDataHealthStatus`,
  /// 2026-11.
  private mutating func addHealthCheck(
    ofPrimary check: AWS.Route53HealthCheck.Attributes, unlessReplacedBy standby: ResolvedCell
  ) -> AWS.Route53HealthCheck.Attributes {
    let takeover = component.add(
      Resource(AWS.Route53HealthCheck.self, "takeover") {
        $0.type = "CLOUDWATCH_METRIC"
        $0.cloudWatchAlarmName = Argument(standby.scope.takeoverAlarm)
        $0.cloudWatchAlarmRegion = Argument(standby.region.name)
        $0.insufficientDataHealthStatus = "LastKnownStatus"
        $0.tags = ["Name": Argument("bizcomms-\(environment.name)-takeover")]
      }, because: "lets the primary count as unwell once the standby's takeover switch is on",
      at: standby.location)
    self.takeover = (standby, takeover)
    return component.add(
      Resource(AWS.Route53HealthCheck.self, "primary") {
        $0.type = "CALCULATED"
        $0.childHealthchecks = Argument([check.id, takeover.id])
        $0.childHealthThreshold = 2
        $0.tags = ["Name": Argument("bizcomms-\(environment.name)-primary")]
      }, because: "the primary serves while it is well and nobody has switched to the standby",
      at: location)
  }

  /// A latency record for each region, which leads to the region's own name, and there a weighted
  /// record for each cell: a name can have one latency record per region only.
  ///
  /// Source: Route 53 API Reference, `ResourceRecordSet`, `Region`, 2026-11.
  private mutating func addLatency(
    _ cells: [(ResolvedCell, AWS.Route53HealthCheck.Attributes)]
  ) {
    for region in environment.regions {
      let regionalName = "\(region.name).\(environment.domain)"
      let weighted = cells.filter { $0.0.region == region }.map { cell, check in
        addRecord(
          blockName(cell.name), named: regionalName, to: environment.hostName(of: cell),
          at: cell.location
        ) {
          $0.setIdentifier = Argument(cell.name)
          $0.healthCheckID = check.id
          $0.weightedRoutingPolicy = .init { $0.weight = 100 }
        }
      }
      addRecord(
        blockName(region.name), named: environment.domain.name, to: regionalName, after: weighted,
        at: location
      ) {
        $0.setIdentifier = Argument(region.name)
        $0.latencyRoutingPolicy = .init { $0.region = Argument(region.name) }
      }
    }
  }

  /// An alias in the environment's zone; its target must exist first.
  @discardableResult
  private mutating func addRecord(
    _ block: String, named name: String, to target: String, after order: [TerraformReference] = [],
    at location: SourceLocation, _ configure: (inout AWS.Route53Record) -> Void
  ) -> TerraformReference {
    let meta = MetaArguments(dependsOn: order)
    return component.add(
      Resource(AWS.Route53Record.self, block, meta: meta) {
        $0.zoneID = zoneID
        $0.name = Argument(name)
        $0.type = "A"
        $0.alias = .init {
          $0.name = Argument(target)
          $0.zoneID = zoneID
          $0.evaluateTargetHealth = true
        }
        configure(&$0)
      }, because: "leads callers of the shared name to a cell that is well",
      at: location
    ).reference
  }
}
