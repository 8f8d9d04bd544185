import CellContract
import CellDescription
import CellPrimitives
import SourceLocations

extension Rule {
  /// Bounds of serverless capacity are those that Aurora takes, of an instance class that follows
  /// them.
  ///
  /// Source: ``AuroraLimits/serverlessCapacity``.
  static let serverlessCapacity = Rule(
    "serverless-capacity", "serverless databases scale between bounds that Aurora takes",
    guards: [
      GuardedArgument(
        "aws_rds_cluster", "serverlessv2_scaling_configuration",
        instead: "`GlobalDatabase(…, capacity: …)`")
    ]
  ) { fleet, _ in
    fleet.placedDatabases.compactMap { database, _, _ in
      let capacity = database.value.capacity
      let problem: (message: String, fix: Fix)?
      if database.value.instance != .serverless {
        guard capacity != .standard else { return nil }
        problem = (
          "has bounds of serverless capacity, which \(database.value.instance) does not follow",
          .write("instance: .serverless", at: database.location).or("leave out `capacity: …`")
        )
      } else {
        problem = capacity.problem.map {
          (
            "has the capacity \(capacity.text), \($0)",
            .write("capacity: \(capacity.nearest.text)", at: database.location)
          )
        }
      }
      return problem.map { problem in
        Diagnostic(
          .error, rule: "serverless-capacity", at: database.location,
          "the database \(database.value.database.name) \(problem.message)", fix: problem.fix)
      }
    }
  }
}

extension ServerlessCapacity {
  private static var limits: ClosedRange<Double> { AuroraLimits.serverlessCapacity.value }
  private static var step: Double { AuroraLimits.serverlessCapacityStep.value }

  /// What Aurora, or we, refuse; nil where it is fine.
  fileprivate var problem: String? {
    let bounds = [minimum, maximum]
    if !bounds.allSatisfy(\.isFinite) { return "which is no number" }
    if maximum < minimum { return "the larger bound first" }
    if minimum == 0 { return "with which an idle database would stop; it comes back too slowly" }
    if !bounds.allSatisfy(Self.limits.contains) {
      return "of which Aurora offers \(text(of: Self.limits.lowerBound)) "
        + "to \(text(of: Self.limits.upperBound))"
    }
    if !bounds.allSatisfy({ ($0 / Self.step).rounded() == $0 / Self.step }) {
      return "which Aurora counts in steps of \(text(of: Self.step))"
    }
    let least = AuroraLimits.leastServerlessMaximum.value
    return maximum < least ? "of which the upper bound is at least \(text(of: least))" : nil
  }

  /// Bounds that Aurora takes and that are as close to these as can be.
  fileprivate var nearest: ServerlessCapacity {
    let bounds = [minimum, maximum].map { bound in
      let finite = bound.isNaN ? Self.limits.lowerBound : bound
      let within = min(max(Self.limits.lowerBound, finite), Self.limits.upperBound)
      return (within / Self.step).rounded(.up) * Self.step
    }.sorted()
    return .units(bounds[0], to: max(AuroraLimits.leastServerlessMaximum.value, bounds[1]))
  }

  /// The bounds as they are written.
  fileprivate var text: String { ".units(\(text(of: minimum)), to: \(text(of: maximum)))" }

  /// A whole number without a decimal point.
  private func text(of units: Double) -> String {
    Int(exactly: units).map(String.init) ?? String(units)
  }
}
