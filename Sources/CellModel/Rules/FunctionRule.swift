import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// What runs as a function works in rounds, and the rounds start at times that make sense.
  ///
  /// Source of the unit: EventBridge Scheduler User Guide, "Schedule types", 2026-11: a rate is in
  /// minutes, hours or days. The upper bound is ours: what is wanted less than once a day is no
  /// service.
  static let function = Rule(
    "function", "what runs as a function works in rounds, every whole minute to every day",
    guards: [
      GuardedArgument("aws_lambda_function", "timeout", instead: interval),
      GuardedArgument("aws_scheduler_schedule", "schedule_expression", instead: interval),
    ]
  ) { fleet, _ in
    fleet.environments.flatMap(\.cells).flatMap { cell in
      cell.cluster.services.compactMap(problem)
    }
  }
}

private let interval = "`Run(…, as: .lambda(every: …))`"

private func problem(with service: Placed<ResolvedService>) -> Diagnostic? {
  let name = service.value.name
  guard case .lambda(let period) = service.value.form else { return nil }
  guard name.contract.worksInRounds else {
    return Diagnostic(
      .error, rule: "function", at: service.location,
      "\(name) can't run as a function: it is never done with its work, and a function works in "
        + "rounds",
      fix: .write("Run(.\(name), as: .pods)", at: service.location))
  }
  guard let minutes = period.wholeMinutes, (1...minutesOfDay).contains(minutes) else {
    let nearest = min(max(1, (period.seconds + 30) / 60), minutesOfDay)
    return Diagnostic(
      .error, rule: "function", at: service.location,
      "\(name) starts every \(period); a function here starts every 1 to \(minutesOfDay) whole "
        + "minutes",
      fix: .write("as: .lambda(every: .minutes(\(nearest)))", at: service.location))
  }
  return nil
}

private let minutesOfDay = 1_440
