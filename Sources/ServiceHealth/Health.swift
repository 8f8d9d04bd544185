public import JSONText
public import Logging
import Synchronization

/// How a service is: whether what it needs answers, and whether it is about to end.
public final class Health: Sendable {
  /// Something without which the service is of no use.
  public struct Check: Sendable {
    /// What the report calls it: `database`.
    public let name: String
    /// Why it is of no use; nil where it is.
    let problem: @Sendable () async -> String?

    /// A check; what it throws means that there was no answer, or none that is of use.
    public init(_ name: String, _ ask: @escaping @Sendable () async throws -> Void) {
      self.name = name
      problem = {
        do {
          try await ask()
          return nil
        } catch {
          return "\(error)"
        }
      }
    }
  }

  /// A report, and whether all is well.
  public struct Report: Sendable {
    /// Whether everything answers.
    public let isWell: Bool
    /// `{"status":"ok","cell":"cell-use1-01","database":"ok"}`.
    public let json: JSONValue
  }

  private let cell: String
  private let checks: [Check]
  private let logger: Logger
  private let stopping = Mutex(false)
  /// What was last found wrong, by check.
  private let problems = Mutex<[String: String]>([:])

  /// The health of a service in a cell. `logger` is told why a check fails, when it begins to, and when it
  /// no longer does: reports go to strangers too, and say no more than that it does.
  public init(cell: String, checks: [Check], logger: Logger) {
    self.cell = cell
    self.checks = checks
    self.logger = logger
  }

  /// From now on the service is not ready: it is about to end.
  public func stop() { stopping.withLock { $0 = true } }

  /// Whether it is about to end.
  public var isStopping: Bool { stopping.withLock { $0 } }

  /// Whether the service is of use: everything that it needs answers, also while it ends.
  public func report() async -> Report {
    var states: [(name: String, answers: Bool)] = []
    for check in checks {
      let problem = await check.problem()
      // Whoever asked has gone, which says nothing of the check.
      if !Task.isCancelled { note(problem, of: check.name) }
      states.append((check.name, problem == nil))
    }
    return report(states, isWell: states.allSatisfy(\.answers))
  }

  /// Whether the service takes work: it is of use, and goes on. One that is about to end asks nobody.
  public func readiness() async -> Report {
    isStopping ? report(checks.map { ($0.name, false) }, isWell: false) : await report()
  }

  private func note(_ problem: String?, of check: String) {
    let last = problems.withLock { problems in
      defer { problems[check] = problem }
      return problems[check]
    }
    guard (problem == nil) != (last == nil) else { return }
    if let problem {
      logger.error("not ready, \(check): \(problem)")
    } else {
      logger.notice("\(check) is of use again")
    }
  }

  private func report(_ states: [(name: String, answers: Bool)], isWell: Bool) -> Report {
    var object: JSONObject = ["status": isWell ? "ok" : "degraded", "cell": .string(cell)]
    for state in states { object[state.name] = state.answers ? "ok" : "unavailable" }
    return Report(isWell: isWell, json: .object(object))
  }
}
