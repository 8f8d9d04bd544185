public import CellPrimitives

/// How long a cell keeps what its services say of themselves.
///
/// Every cell has log groups, an archive, dashboards and alarms; this element changes the times.
public struct Observability: Sendable, Hashable {
  package let logRetention: Period?
  package let debugRetention: Period?
  package let archiveAfter: Period?

  /// Describes the times; what is left out comes from a weaker layer or the defaults.
  ///
  /// - Parameters:
  ///   - logRetention: how long log groups keep lines; a whole number of days that CloudWatch Logs
  ///     offers; by default 30.
  ///   - debugRetention: how long they keep debug lines of pods; by default 7 days. Those of a
  ///     function stay with its other lines.
  ///   - archiveAfter: when the archive's objects move to Glacier; by default 90 days.
  public init(
    logRetention: Period? = nil, debugRetention: Period? = nil, archiveAfter: Period? = nil
  ) {
    self.logRetention = logRetention
    self.debugRetention = debugRetention
    self.archiveAfter = archiveAfter
  }
}
