public import CellContract
public import CellDescription
public import CellPrimitives
public import SourceLocations

/// One cell, resolved.
public struct ResolvedCell: Sendable {
  /// Names and ARNs of what the cell owns.
  public let scope: CellScope
  /// Its part in the shared data.
  public let role: Placed<Cell.Role>
  /// Its network.
  public let network: ResolvedNetwork
  /// Its Kubernetes cluster.
  public let cluster: ResolvedCluster
  /// Its web application firewall.
  public let firewall: Placed<WAF>
  /// What is kept of its services' logs.
  public let observability: ResolvedObservability
  /// Tag of the service images.
  public let release: Placed<String>
  /// Databases of its own, by name.
  public let databases: [Placed<ResolvedDatabase>]
  /// The user's own resources in the cell's root, in the order in which they were written.
  public let extensions: [Placed<Extend<CellReferences>>]
  /// Where the cell was declared.
  public let location: SourceLocation

  /// The cell's name.
  public var name: String { scope.cell }
  /// Where it runs.
  public var region: Region { scope.region }
  /// What every service is told beside what it declares.
  public var commonVariables: [String: String] {
    scope.commonVariables.merging(observability.variables) { own, _ in own }
  }

  /// Whether the cell's part of a shared database is the environment's; one of its own replaces it.
  public func shares(_ database: Database) -> Bool {
    !databases.contains { $0.value.database == database }
  }
}

/// A cell's network.
public struct ResolvedNetwork: Sendable {
  /// The cell's own index; nil where it has none and an element gives the address space.
  public let index: Int?
  /// The address space, a /16.
  public let cidr: Placed<CIDRBlock>
  /// How many zones were asked for.
  public let zoneCount: Placed<Int>
  /// Zones to use, by ID, because a zone's name means another place in every account.
  public let zoneIDs: [String]
  /// One per zone or one for all.
  public let natGateways: VPC.NATGateways
  /// AWS services reached without a NAT gateway, by name.
  public let endpoints: Placed<[VPC.Endpoint]>
  /// The element that brings the network about.
  public let location: SourceLocation
}
