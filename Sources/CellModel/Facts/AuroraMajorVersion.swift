public import CellPrimitives

/// One major version of Aurora PostgreSQL, with its minor versions.
public struct AuroraMajorVersion: Sendable, Hashable {
  /// The number before the dot.
  public let major: Int
  /// The versions with which a cluster can be created, oldest first.
  public let available: [EngineVersion]
  /// The versions that AWS has deprecated: existing clusters may run them, new ones may not.
  public let deprecated: [EngineVersion]
  /// The first day of RDS Extended Support.
  public let endOfStandardSupport: FactDate
  /// The first day without any support.
  public let endOfExtendedSupport: FactDate

  init(
    _ major: UInt16, available: [UInt16], deprecated: [UInt16], standard: FactDate,
    extended: FactDate
  ) {
    self.major = Int(major)
    self.available = available.map { EngineVersion(major: major, minor: $0) }
    self.deprecated = deprecated.map { EngineVersion(major: major, minor: $0) }
    endOfStandardSupport = standard
    endOfExtendedSupport = extended
  }
}
