public import CellPrimitives
public import SourceLocations

/// How long a cell keeps what its services say of themselves.
public struct ResolvedObservability: Sendable {
  /// Lines in log groups.
  public let logRetention: Placed<Period>
  /// Debug lines in log groups.
  public let debugRetention: Placed<Period>
  /// Until objects of the log archive move to Glacier.
  public let archiveAfter: Placed<Period>
}
