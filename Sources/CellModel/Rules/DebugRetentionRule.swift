import CellPrimitives
import SourceLocations

extension Rule {
  /// Debug lines go before the others, which are fewer and say more.
  ///
  /// Source: the overview, "Log Retention": 7 days for debug lines, 30 for the others.
  static let debugRetention = Rule(
    "debug-retention", "debug lines are kept no longer than the others"
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).compactMap { cell in
      let times = cell.observability
      guard let days = times.logRetention.value.wholeDays,
        LogRetentionFacts.days.value.contains(days),
        times.debugRetention.value.seconds > times.logRetention.value.seconds
      else { return nil }
      return Diagnostic(
        .warning, rule: "debug-retention", at: times.debugRetention.location,
        "debug lines are kept for \(times.debugRetention.value), the others for "
          + "\(times.logRetention.value)",
        fix: .write("debugRetention: .days(\(days))", at: times.debugRetention.location),
        notes: [
          .init(at: times.logRetention.location, "the others are kept as long as it says here")
        ])
    }
  }
}
