import CellDescription
import SourceLocations

extension Rule {
  /// The three endpoints by which an image comes are there together or not at all.
  ///
  /// A node asks ECR's API, then its registry, which sends it to S3 for the layers; without one of
  /// the three an image still goes through a NAT gateway, and the others are paid for in vain.
  /// Source: Amazon ECR User Guide, "Amazon ECR interface VPC endpoints (AWS PrivateLink)",
  /// "Considerations for Amazon ECR VPC endpoints", 2026-11.
  static let endpoints = Rule(
    "endpoints", "images come by their three endpoints or by none",
    guards: [
      GuardedArgument("aws_vpc_endpoint", "service_name", instead: "`VPC(endpoints: …)`")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).compactMap { cell in
      let endpoints = Set(cell.network.endpoints.value)
      let present = endpoints.intersection(forImages)
      let missing = forImages.subtracting(endpoints)
      guard !present.isSubset(of: [.s3]), !missing.isEmpty else { return nil }
      let all = names(of: endpoints.union(forImages)).joined(separator: ", ")
      return Diagnostic(
        .error, rule: "endpoints", at: cell.network.endpoints.location,
        "images come to \(cell.name) by \(list(present)) but not by \(list(missing)); "
          + "they need all three",
        fix: .write("endpoints: [\(all)]", at: cell.network.endpoints.location))
    }
  }
}

private let forImages: Set<VPC.Endpoint> = [.images, .imageLayers, .s3]

/// `.imageLayers, .images and .s3`
private func list(_ endpoints: Set<VPC.Endpoint>) -> String {
  let names = names(of: endpoints)
  guard let last = names.last, names.count > 1 else { return names.joined() }
  return names.dropLast().joined(separator: ", ") + " and \(last)"
}

private func names(of endpoints: Set<VPC.Endpoint>) -> [String] {
  endpoints.map { ".\($0)" }.sorted()
}
