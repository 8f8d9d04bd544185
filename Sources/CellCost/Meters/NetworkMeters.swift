import CellPrimitives
import TerraformDocument

/// What a network itself costs is nothing; what leaves it or its zones is paid by the byte.
let meterNetwork: Meter = { network, context in
  [
    network.uses(
      .internetGigabyte, context.assumed(.internetGigabytes), assuming: .internetGigabytes),
    network.uses(
      .crossZoneGigabyte, context.assumed(.crossZoneGigabytes), assuming: .crossZoneGigabytes),
  ]
}

/// A gateway by the hour, and the bytes through all of a root's.
let meterNATGateway: Meter = { gateway, context in
  [
    gateway.uses(.natGatewayHour, context.hours, assuming: .hours),
    gateway.shares(.natGatewayGigabyte, .natGigabytes, context),
  ]
}

/// A public address, used or not.
let meterAddress: Meter = { address, context in
  [address.uses(.publicAddressHour, context.hours, assuming: .hours)]
}

/// An interface endpoint costs in each of its zones; a gateway endpoint costs nothing.
/// Source: AWS PrivateLink pricing; Amazon VPC User Guide, "Gateway endpoints", 2026-11.
let meterEndpoint: Meter = { endpoint, context in
  switch endpoint.arguments["vpc_endpoint_type"]?.text {
  case nil, "Gateway": []
  case "Interface":
    [
      endpoint.uses(
        .endpointHour, context.hours * (endpoint.arguments["subnet_ids"]?.elements.count ?? 0),
        assuming: .hours),
      endpoint.uses(
        .endpointGigabyte, context.assumed(.endpointGigabytes), assuming: .endpointGigabytes),
    ]
  case .some(let type): [endpoint.uses(.unlisted("VPC endpoint of type \(type)"), Quantity(1))]
  }
}

/// A load balancer, its capacity, and an address in each zone where the internet reaches it.
let meterLoadBalancer: Meter = { balancer, context in
  guard (balancer.arguments["load_balancer_type"]?.text ?? "application") == "application" else {
    return [balancer.uses(.unlisted("load balancer that is no application's"), Quantity(1))]
  }
  let zones = balancer.arguments["subnets"]?.elements.count ?? 0
  let addresses = balancer.arguments["internal"]?.isTrue == true ? 0 : zones
  return [
    balancer.uses(.loadBalancerHour, context.hours, assuming: .hours),
    balancer.uses(
      .loadBalancerUnitHour, context.assumed(.loadBalancerUnits) * context.hours,
      assuming: .loadBalancerUnits, .hours),
  ]
    + (addresses == 0
      ? []
      : [
        balancer.uses(.publicAddressHour, context.hours * addresses, assuming: .hours)
      ])
}

/// A web ACL, its rules, and the requests that it looks at.
let meterWebACL: Meter = { firewall, context in
  [
    firewall.uses(.webACL, Quantity(1)),
    firewall.uses(.webACLRule, Quantity(firewall.arguments["rule"]?.elements.count ?? 0)),
    firewall.uses(.webRequests, context.assumed(.webRequests), assuming: .webRequests),
  ]
}

/// A zone and its queries.
let meterZone: Meter = { zone, context in
  [
    zone.uses(.hostedZone, Quantity(1)),
    zone.uses(.dnsQueries, context.assumed(.dnsQueries), assuming: .dnsQueries),
  ]
}

/// A health check and what it does beyond the basic one; those that are calculated, or follow an
/// alarm, are basic.
/// Source: Amazon Route 53 pricing, "Health Checks"; Infracost's test of
/// `aws_route53_health_check`, 2026-08-21.
let meterHealthCheck: Meter = { check, _ in
  let type = check.arguments["type"]?.text ?? ""
  let features = [
    type.hasPrefix("HTTPS"), type.hasSuffix("_STR_MATCH"),
    check.arguments["request_interval"]?.integer == 10,
    check.arguments["measure_latency"]?.isTrue == true,
  ].count { $0 }
  return [check.uses(.healthCheck, Quantity(1))]
    + (features == 0 ? [] : [check.uses(.healthCheckFeature, Quantity(features))])
}
