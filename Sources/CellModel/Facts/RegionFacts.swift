public import CellPrimitives

/// Which availability zones of a region a cell may use.
///
/// Zones are named by ID (`use1-az1`): in the oldest regions a zone's name (`us-east-1a`) means
/// another place in each account that was created before November 2025. Source of that: AWS
/// Regions and Availability Zones, "AZ IDs".
public enum RegionFacts {
  /// The zones in which a subnet for EKS can be, in the order in which to use them.
  ///
  /// At least two everywhere, which is what EKS, load balancers and Aurora need; us-west-1 has no
  /// third one.
  public static func availabilityZoneIDs(for region: Region) -> [String] {
    zones(of: region).value.filter { !zonesRefusedByEKS.value.contains($0) }
  }

  /// The zones that AWS offers to every account, the ones that EKS refuses among them.
  public static func zones(of region: Region) -> Fact<[String]> {
    let numbers =
      switch region {
      case .usEast1: 1...6
      case .apNortheast1, .apNortheast2, .caCentral1, .usWest2: 1...4
      case .usWest1: 1...3
      case .apNortheast3, .apSouth1, .apSoutheast1, .apSoutheast2, .euCentral1, .euNorth1,
        .euWest1, .euWest2, .euWest3, .saEast1, .usEast2:
        1...3
      }
    let zones = numbers.map { "\(region.abbreviation)-az\($0)" }
    return Fact(zones.filter { !closed.contains($0) }, source: zonesSource, note: note(on: region))
  }

  /// The zones in which EKS refuses a cluster's subnets.
  public static let zonesRefusedByEKS = Fact<Set<String>>(
    ["cac1-az3", "use1-az3", "usw1-az2"],
    source: "Amazon EKS User Guide, \"Amazon EKS networking requirements for VPC and subnets\"")

  /// Zones that exist, but not for accounts that were not there before they closed.
  private static let closed: Set<String> = ["apne1-az3", "cac1-az3", "usw1-az2"]

  private static let zonesSource =
    "Amazon EMR Serverless User Guide, \"Endpoints and quotas\" (zone IDs of every region); "
    + "AWS Regions and Availability Zones, \"AWS Availability Zones\""

  private static func note(on region: Region) -> String? {
    switch region {
    case .usWest1: "most accounts are offered two zones; usw1-az2 is closed"
    case .apNortheast1: "apne1-az3 is closed to most accounts"
    case .caCentral1: "cac1-az3 is closed to most accounts"
    case .usEast1: "EMR Serverless leaves out use1-az3, which every account has and EKS refuses"
    case .apNortheast2, .apNortheast3, .apSouth1, .apSoutheast1, .apSoutheast2, .euCentral1,
      .euNorth1, .euWest1, .euWest2, .euWest3, .saEast1, .usEast2, .usWest2:
      nil
    }
  }
}
