/// An AWS region that every account may use without opting in.
///
/// The seventeen regions that are enabled by default; a region that needs opting in is left out
/// because a cell there would fail at its first apply.
/// Source: AWS Account Management Reference Guide, "Enable or disable AWS Regions in your account",
/// looked up in November 2026.
public enum Region: String, Sendable, Hashable, CaseIterable {
  /// Tokyo.
  case apNortheast1 = "ap-northeast-1"
  /// Seoul.
  case apNortheast2 = "ap-northeast-2"
  /// Osaka.
  case apNortheast3 = "ap-northeast-3"
  /// Mumbai.
  case apSouth1 = "ap-south-1"
  /// Singapore.
  case apSoutheast1 = "ap-southeast-1"
  /// Sydney.
  case apSoutheast2 = "ap-southeast-2"
  /// Canada, Central.
  case caCentral1 = "ca-central-1"
  /// Frankfurt.
  case euCentral1 = "eu-central-1"
  /// Stockholm.
  case euNorth1 = "eu-north-1"
  /// Ireland.
  case euWest1 = "eu-west-1"
  /// London.
  case euWest2 = "eu-west-2"
  /// Paris.
  case euWest3 = "eu-west-3"
  /// São Paulo.
  case saEast1 = "sa-east-1"
  /// Northern Virginia.
  case usEast1 = "us-east-1"
  /// Ohio.
  case usEast2 = "us-east-2"
  /// Northern California.
  case usWest1 = "us-west-1"
  /// Oregon.
  case usWest2 = "us-west-2"

  /// The name that AWS uses everywhere: `us-east-1`.
  public var name: String { rawValue }

  /// The short form that begins the IDs of the region's availability zones: `use1` in `use1-az4`.
  public var abbreviation: String {
    switch self {
    case .apNortheast1: "apne1"
    case .apNortheast2: "apne2"
    case .apNortheast3: "apne3"
    case .apSouth1: "aps1"
    case .apSoutheast1: "apse1"
    case .apSoutheast2: "apse2"
    case .caCentral1: "cac1"
    case .euCentral1: "euc1"
    case .euNorth1: "eun1"
    case .euWest1: "euw1"
    case .euWest2: "euw2"
    case .euWest3: "euw3"
    case .saEast1: "sae1"
    case .usEast1: "use1"
    case .usEast2: "use2"
    case .usWest1: "usw1"
    case .usWest2: "usw2"
    }
  }
}

extension Region: Comparable {
  /// By name.
  public static func < (left: Region, right: Region) -> Bool { left.name < right.name }
}

extension Region: CustomStringConvertible {
  /// The region's name.
  public var description: String { name }
}
