public import CellPrimitives

/// Whether a cluster can be created with an Aurora PostgreSQL version on a given day.
public enum AuroraSupport: Sendable, Hashable {
  /// Yes; its major version is in standard support up to the day before `until`.
  case standard(until: FactDate)
  /// Yes, at RDS Extended Support's price for each vCPU, up to the day before `until`.
  case extended(until: FactDate)
  /// No: the minor version is deprecated; `available` are those of its major version that are not.
  case deprecated(available: [EngineVersion])
  /// No: the major version's extended support ended.
  case ended(since: FactDate)
  /// Not in the table; `available` are the versions of its major version that are, if any.
  case unknown(available: [EngineVersion])
}
