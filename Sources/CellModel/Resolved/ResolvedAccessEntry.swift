public import CellDescription
public import CellPrimitives

/// Who may enter every cluster of an environment.
public struct ResolvedAccessEntry: Sendable, Hashable {
  /// What they may do inside.
  public let policy: AccessEntry.Policy
  /// The role that they take.
  public let role: RoleARN
}
