import CellPrimitives
import SourceLocations

extension Rule {
  /// Log groups keep lines for as many days as CloudWatch Logs offers, and the archive moves objects
  /// after a number of days.
  ///
  /// Sources: ``LogRetentionFacts``; Amazon S3 API Reference, `Transition`, `Days`, 2026-11.
  static let retention = Rule(
    "retention", "log lines are kept for a time that CloudWatch Logs offers",
    guards: [
      GuardedArgument(
        "aws_cloudwatch_log_group", "retention_in_days",
        instead: "`Observability(logRetention: …)` or `Observability(debugRetention: …)`")
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).flatMap { cell in
      let times = cell.observability
      return [
        retentionProblem(with: times.logRetention, "logRetention"),
        retentionProblem(with: times.debugRetention, "debugRetention"),
        archiveProblem(with: times.archiveAfter),
      ].compactMap { $0 }
    }
  }
}

private func retentionProblem(with time: Placed<Period>, _ argument: String) -> Diagnostic? {
  let offered = LogRetentionFacts.days.value
  if let days = time.value.wholeDays, offered.contains(days) { return nil }
  let all = offered.dropLast().map(String.init).joined(separator: ", ")
  return Diagnostic(
    .error, rule: "retention", at: time.location,
    "CloudWatch Logs can't keep lines for \(time.value); it offers \(all) and "
      + "\(offered[offered.count - 1]) days",
    fix: .write(
      "\(argument): .days(\(nearest(to: time.value, among: offered)))", at: time.location))
}

private func archiveProblem(with time: Placed<Period>) -> Diagnostic? {
  if let days = time.value.wholeDays, days >= 1 { return nil }
  let days = max(1, (time.value.seconds + secondsPerDay / 2) / secondsPerDay)
  return Diagnostic(
    .error, rule: "retention", at: time.location,
    "S3 moves objects to Glacier after a whole number of days, at least 1, not after \(time.value)",
    fix: .write("archiveAfter: .days(\(days))", at: time.location))
}

/// Of two that are equally far away, the longer one, which loses nothing.
private func nearest(to time: Period, among days: [Int]) -> Int {
  days.reduce(days[0]) { best, next in
    let distance = abs(next * secondsPerDay - time.seconds)
    return distance <= abs(best * secondsPerDay - time.seconds) ? next : best
  }
}

private let secondsPerDay = 86_400
