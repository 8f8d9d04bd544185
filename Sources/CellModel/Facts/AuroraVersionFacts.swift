public import CellPrimitives

/// Which versions of Aurora PostgreSQL there are and what they can do.
public enum AuroraVersionFacts {
  /// The versions by major version, oldest first; the `-limitless` variants are left out.
  public static let majorVersions = Fact<[AuroraMajorVersion]>(
    [
      AuroraMajorVersion(
        13, available: [9, 23],
        deprecated: [3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21, 22],
        standard: FactDate(2026, 2, 28), extended: FactDate(2029, 2, 28)),
      AuroraMajorVersion(
        14, available: [6, 17, 18, 19, 20, 22, 23, 24],
        deprecated: [3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 15],
        standard: FactDate(2027, 2, 28), extended: FactDate(2030, 2, 28)),
      AuroraMajorVersion(
        15, available: [10, 12, 13, 14, 15, 17, 18, 19], deprecated: [2, 3, 4, 5, 6, 7, 8],
        standard: FactDate(2028, 2, 29), extended: FactDate(2031, 2, 28)),
      AuroraMajorVersion(
        16, available: [8, 9, 10, 11, 13, 14, 15], deprecated: [1, 2, 3, 4, 6],
        standard: FactDate(2029, 2, 28), extended: FactDate(2032, 2, 28)),
      AuroraMajorVersion(
        17, available: [4, 5, 6, 7, 9, 10, 11], deprecated: [],
        standard: FactDate(2030, 2, 28), extended: FactDate(2033, 2, 28)),
      AuroraMajorVersion(
        18, available: [3, 4, 6], deprecated: [],
        standard: FactDate(2031, 2, 28), extended: FactDate(2034, 2, 28)),
    ],
    source: "cfn-lint 1.58.0 (2026-10-20), engine versions of AWS::RDS::DBCluster as RDS lists "
      + "them; Release Notes for Aurora PostgreSQL, \"Release calendars\", for the days",
    note: "a version that AWS added or deprecated after October 2026 is not reflected")

  /// The first minor version with write forwarding in a global database, by major version; from 16
  /// on every version has it.
  public static let writeForwarding = Fact<[EngineVersion]>(
    [EngineVersion(major: 14, minor: 9), EngineVersion(major: 15, minor: 4)],
    source: "Amazon Aurora User Guide, \"Using write forwarding in an Aurora PostgreSQL global "
      + "database\"")

  /// Whether a secondary cluster can forward writes with `version`.
  public static func supportsWriteForwarding(_ version: EngineVersion) -> Bool {
    if version.major >= 16 { return true }
    return writeForwarding.value.contains { $0.major == version.major && $0 <= version }
  }

  /// Versions of the newest major version that is in standard support.
  static func newestVersions(on today: FactDate) -> [EngineVersion] {
    let supported = majorVersions.value.filter { today < $0.endOfStandardSupport }
    return supported.max { $0.major < $1.major }?.available ?? []
  }

  /// Whether a cluster can be created with `version` on `date`.
  public static func status(of version: EngineVersion, on date: FactDate) -> AuroraSupport {
    guard let major = majorVersions.value.first(where: { $0.major == version.major }) else {
      return .unknown(available: [])
    }
    guard date < major.endOfExtendedSupport else {
      return .ended(since: major.endOfExtendedSupport)
    }
    if major.deprecated.contains(version) { return .deprecated(available: major.available) }
    guard major.available.contains(version) else { return .unknown(available: major.available) }
    return date < major.endOfStandardSupport
      ? .standard(until: major.endOfStandardSupport)
      : .extended(until: major.endOfExtendedSupport)
  }
}
