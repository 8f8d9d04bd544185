public import CellContract
public import CellPrimitives
public import SourceLocations

/// What a cell's services say of themselves, and how long it is kept.
public struct ResolvedObservability: Sendable {
  /// Lines in log groups.
  public let logRetention: Placed<Period>
  /// Debug lines in log groups.
  public let debugRetention: Placed<Period>
  /// Until objects of the log archive move to Glacier.
  public let archiveAfter: Placed<Period>
  /// The least that services write.
  public let logLevel: Placed<LogLevel>
  /// The share of lines below ``LogLevel/info`` that services write.
  public let debugSampling: Placed<Percentage>

  /// What services are told of it.
  public var variables: [String: String] {
    [
      RuntimeVariable.logLevel.rawValue: logLevel.value.rawValue,
      RuntimeVariable.debugSampling.rawValue: String(debugSampling.value.percent),
    ]
  }
}
