public import CellContract
public import CellPrimitives

/// What a cell's services say of themselves, and how long it is kept.
///
/// Every cell has log groups, an archive, dashboards and alarms; this element changes the times, and
/// what is written at all.
public struct Observability: Sendable, Hashable {
  package let logRetention: Period?
  package let debugRetention: Period?
  package let archiveAfter: Period?
  package let logLevel: LogLevel?
  package let debugSampling: Percentage?

  /// Describes times and lines; what is left out comes from a weaker layer or the defaults.
  ///
  /// - Parameters:
  ///   - logRetention: how long log groups keep lines; a whole number of days that CloudWatch Logs
  ///     offers; by default 30.
  ///   - debugRetention: how long they keep debug lines of pods; by default 7 days. Those of a
  ///     function stay with its other lines.
  ///   - archiveAfter: when the archive's objects move to Glacier; by default 90 days.
  ///   - logLevel: the least that services write, `.error` at most; by default `.info`, which leaves out
  ///     what helps only those who look for a mistake. Above `.info` saved queries find no requests.
  ///   - debugSampling: how many of the lines below `.info` are written, 1 to 100 percent; by default
  ///     10. Lines about one alert, or else one delivery or request, are written together or not at all.
  public init(
    logRetention: Period? = nil, debugRetention: Period? = nil, archiveAfter: Period? = nil,
    logLevel: LogLevel? = nil, debugSampling: Percentage? = nil
  ) {
    self.logRetention = logRetention
    self.debugRetention = debugRetention
    self.archiveAfter = archiveAfter
    self.logLevel = logLevel
    self.debugSampling = debugSampling
  }
}
