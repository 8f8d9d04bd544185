/// What was learnt of the end of a round, from its work and from those who watch over it.
struct RoundEnding: Sendable {
  /// One who took part, and what it learnt.
  enum Part: Sendable {
    case work(RoundReport)
    case leaseLost
    case overtime
    /// Nothing but that it is over.
    case watch
  }

  private var report = RoundReport()
  private var isLost = false
  private var isLate = false
  private var isFinished = false
  /// Whether the service ends.
  var isCancelled = false

  /// Adds what one learnt; what comes after the work was done says nothing of it.
  mutating func add(_ part: Part) {
    switch part {
    case .work(let report):
      self.report = report
      isFinished = !isLost && !isLate
    case .leaseLost: isLost = true
    case .overtime: if !isFinished { isLate = true }
    case .watch: break
    }
  }

  var outcome: RoundOutcome {
    var report = report
    if isLost { report.note("the lease was lost; the round stopped", isFailure: true) }
    if isLate { report.note("the round took too long; it stopped", isFailure: true) }
    if isCancelled, !isLost, !isLate { return .stopped(report) }
    return report.hasFailed ? .failed(report) : .done(report)
  }
}
