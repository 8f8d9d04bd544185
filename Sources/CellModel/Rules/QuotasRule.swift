import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// The cells of an environment's region fit into what its account may have there.
  ///
  /// Source: ``QuotaFacts``.
  static let quotas = Rule(
    "quotas", "the cells of a region fit into the account's default quotas"
  ) { fleet, _ in
    fleet.environments.flatMap { environment in
      environment.regions.flatMap { region in
        let cells = environment.cells.filter { $0.region == region }
          .sorted { $0.location < $1.location }
        return [tooManyNetworks(cells), tooManyAddresses(cells)].compactMap { $0 }
      }
    }
  }
}

private func tooManyNetworks(_ cells: [ResolvedCell]) -> Diagnostic? {
  let quota = QuotaFacts.networks.value
  guard cells.count > quota, let last = cells.last else { return nil }
  return Diagnostic(
    .warning, rule: "quotas", at: last.location,
    "\(last.region.name) would have \(cells.count) networks of one account, which has \(quota) by "
      + "default",
    fix: "ask for the quota VPCs per Region before you apply")
}

private func tooManyAddresses(_ cells: [ResolvedCell]) -> Diagnostic? {
  let quota = QuotaFacts.addresses.value
  let count = cells.map(\.natGatewayCount).reduce(0, +)
  guard count > quota, let last = cells.last(where: { $0.natGatewayCount > 1 }) ?? cells.last else {
    return nil
  }
  let ask = "ask for the quota Elastic IP addresses per Region before you apply"
  return Diagnostic(
    .warning, rule: "quotas", at: last.location,
    "the NAT gateways of \(last.region.name) would take \(count) Elastic IP addresses of one account, "
      + "which has \(quota) by default",
    fix: last.natGatewayCount > 1
      ? .write("VPC(natGateways: .one)", in: last).or(ask) : Fix(advice: ask))
}

extension ResolvedCell {
  fileprivate var natGatewayCount: Int {
    switch network.natGateways {
    case .one: 1
    case .onePerZone: network.zoneIDs.count
    }
  }
}
