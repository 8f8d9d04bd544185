public import CellPrimitives

/// One family of instance classes that Aurora PostgreSQL takes.
public struct AuroraClassFamily: Sendable, Hashable {
  /// The family without `db.`, as ``CellPrimitives/DatabaseInstanceClass/family`` gives it.
  public let family: String
  /// The sizes on offer, smallest first; empty for `serverless`, which has none.
  public let sizes: [String]
  /// The regions without the family.
  public let missingRegions: Set<Region>

  init(_ family: String, _ sizes: [String], missingIn missingRegions: Set<Region> = []) {
    self.family = family
    self.sizes = sizes
    self.missingRegions = missingRegions
  }
}
