/// A cell's network: public, private and database subnets in each zone.
///
/// Whatever is left out comes from a weaker layer (shape, then environment, then cell) or, where
/// none says, from the defaults.
public struct VPC: Sendable, Hashable {
  /// How many NAT gateways carry the private subnets' traffic to the internet.
  public enum NATGateways: Sendable, Hashable {
    /// One in every zone: a zone that fails takes no other with it.
    case onePerZone
    /// One for all zones: cheaper, and its zone's failure cuts every zone off.
    case one
  }

  /// AWS services that the network reaches without a NAT gateway, free of charge.
  public enum GatewayEndpoint: String, Sendable, Hashable, CaseIterable {
    /// Amazon S3.
    case s3
    /// Amazon DynamoDB.
    case dynamoDB = "dynamodb"
  }

  package let cidr: String?
  package let availabilityZones: Int?
  package let natGateways: NATGateways?
  package let endpoints: Set<GatewayEndpoint>?

  /// Describes the network.
  ///
  /// - Parameters:
  ///   - cidr: a /16 that no other cell overlaps; by default `10.<index>.0.0/16`.
  ///   - availabilityZones: 2 or 3; by default 3, or 2 where the region has no more.
  ///   - natGateways: by default one per zone.
  ///   - endpoints: by default both.
  public init(
    cidr: String? = nil, availabilityZones: Int? = nil, natGateways: NATGateways? = nil,
    endpoints: Set<GatewayEndpoint>? = nil
  ) {
    self.cidr = cidr
    self.availabilityZones = availabilityZones
    self.natGateways = natGateways
    self.endpoints = endpoints
  }
}
