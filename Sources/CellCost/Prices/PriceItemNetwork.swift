extension PriceItem {
  /// An application load balancer.
  public static let loadBalancerHour =
    PriceItem(.loadBalancing, "application load balancers", per: "hour")
  /// Capacity of an application load balancer.
  public static let loadBalancerUnitHour = PriceItem(.loadBalancing, "capacity", per: "LCU-hour")
  /// A NAT gateway.
  public static let natGatewayHour = PriceItem(.natGateways, "gateways", per: "hour")
  /// Bytes through NAT gateways, either way.
  public static let natGatewayGigabyte = PriceItem(.natGateways, "data processed", per: "GB")
  /// A public IPv4 address.
  public static let publicAddressHour = PriceItem(.publicAddresses, "addresses", per: "hour")
  /// An interface endpoint in one zone.
  public static let endpointHour = PriceItem(.endpoints, "interface endpoints", per: "hour")
  /// Bytes through interface endpoints.
  public static let endpointGigabyte = PriceItem(.endpoints, "data processed", per: "GB")

  /// Bytes to the internet.
  public static let internetGigabyte = PriceItem(.dataTransfer, "to the internet", per: "GB")
  /// Bytes to another region, at the price for the farther ones.
  public static let crossRegionGigabyte = PriceItem(.dataTransfer, "to another region", per: "GB")
  /// Bytes between zones, counted where they leave and where they arrive.
  public static let crossZoneGigabyte = PriceItem(.dataTransfer, "between zones", per: "GB")

  /// A web ACL.
  public static let webACL = PriceItem(.waf, "web ACLs", per: "web ACL")
  /// A rule of a web ACL; a group of rules of AWS counts as one.
  public static let webACLRule = PriceItem(.waf, "rules", per: "rule")
  /// Requests that a web ACL looks at.
  public static let webRequests = PriceItem(.waf, "requests", per: "1M requests")

  /// A zone, one of the first 25.
  public static let hostedZone = PriceItem(.route53, "hosted zones", per: "zone")
  /// Queries by a resolver; those for an alias of a load balancer cost nothing.
  public static let dnsQueries = PriceItem(.route53, "queries", per: "1M queries")
  /// A health check of something in AWS.
  public static let healthCheck = PriceItem(.route53, "health checks", per: "health check")
  /// HTTPS, a text to find, a short interval or measured latency: each for itself.
  public static let healthCheckFeature =
    PriceItem(.route53, "features of health checks", per: "feature")
}
