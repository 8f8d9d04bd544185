public import JSONText
import Synchronization

/// How a service is: whether what it needs answers, and whether it is about to end.
public final class Health: Sendable {
  /// Something without which the service is of no use.
  public struct Check: Sendable {
    /// What the report calls it: `database`.
    public let name: String
    /// Whether it answers.
    let answers: @Sendable () async -> Bool

    /// A check; what it throws means that there was no answer.
    public init(_ name: String, _ ask: @escaping @Sendable () async throws -> Void) {
      self.name = name
      answers = {
        do {
          try await ask()
          return true
        } catch {
          return false
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
  private let stopping = Mutex(false)

  /// The health of a service in a cell.
  public init(cell: String, checks: [Check]) {
    self.cell = cell
    self.checks = checks
  }

  /// From now on the service is not ready: it is about to end.
  public func stop() { stopping.withLock { $0 = true } }

  /// Whether it is about to end.
  public var isStopping: Bool { stopping.withLock { $0 } }

  /// Whether the service is of use: everything that it needs answers, also while it ends.
  public func report() async -> Report {
    var states: [(name: String, answers: Bool)] = []
    for check in checks { states.append((check.name, await check.answers())) }
    return report(states, isWell: states.allSatisfy(\.answers))
  }

  /// Whether the service takes work: it is of use, and goes on. One that is about to end asks nobody.
  public func readiness() async -> Report {
    isStopping ? report(checks.map { ($0.name, false) }, isWell: false) : await report()
  }

  private func report(_ states: [(name: String, answers: Bool)], isWell: Bool) -> Report {
    var object: JSONObject = ["status": isWell ? "ok" : "degraded", "cell": .string(cell)]
    for state in states { object[state.name] = state.answers ? "ok" : "unavailable" }
    return Report(isWell: isWell, json: .object(object))
  }
}
