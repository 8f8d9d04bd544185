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

  /// AWS services that the network reaches without a NAT gateway.
  ///
  /// S3 and DynamoDB come by gateway endpoints, free of charge; every other one by an interface
  /// endpoint, which costs by the hour and zone and is worth it from some traffic on.
  public enum Endpoint: String, Sendable, Hashable, CaseIterable {
    /// Amazon S3.
    case s3
    /// Amazon DynamoDB.
    case dynamoDB = "dynamodb"
    /// The API of Amazon ECR; images need it together with ``imageLayers`` and ``s3``.
    case images = "ecr.api"
    /// Amazon ECR's registry.
    case imageLayers = "ecr.dkr"
    /// AWS KMS.
    case kms
    /// CloudWatch Logs.
    case logs
    /// CloudWatch metrics.
    case metrics = "monitoring"
    /// AWS Secrets Manager.
    case secretsManager = "secretsmanager"
    /// Amazon SNS.
    case sns
    /// Amazon SQS.
    case sqs
    /// AWS Systems Manager, for parameters.
    case ssm
    /// AWS STS, for the roles of pods.
    case sts

    /// Whether it is a gateway endpoint: an entry of route tables and no network interface.
    public var isGateway: Bool { self == .s3 || self == .dynamoDB }
  }

  package let cidr: String?
  package let availabilityZones: Int?
  package let natGateways: NATGateways?
  package let endpoints: Set<Endpoint>?

  /// Describes the network.
  ///
  /// - Parameters:
  ///   - cidr: a /16 that no other cell overlaps; by default `10.<index>.0.0/16`.
  ///   - availabilityZones: 2 or 3; by default 3, or 2 where the region has no more.
  ///   - natGateways: by default one per zone.
  ///   - endpoints: by default those of S3 and DynamoDB.
  public init(
    cidr: String? = nil, availabilityZones: Int? = nil, natGateways: NATGateways? = nil,
    endpoints: Set<Endpoint>? = nil
  ) {
    self.cidr = cidr
    self.availabilityZones = availabilityZones
    self.natGateways = natGateways
    self.endpoints = endpoints
  }
}
