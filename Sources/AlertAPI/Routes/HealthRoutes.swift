import CellContract
import Hummingbird
import JSONText
import SQL
import ServiceLifecycle
import Synchronization

/// How the service is.
final class Health: Sendable {
  let cell: String
  private let database: any SQLDatabase
  private let stopping = Mutex(false)

  init(cell: String, database: any SQLDatabase) {
    self.cell = cell
    self.database = database
  }

  /// From now on the service is not ready: it is about to end.
  func stop() { stopping.withLock { $0 = true } }

  /// Whether it takes requests.
  var isStopping: Bool { stopping.withLock { $0 } }

  /// Whether the database answers.
  func databaseAnswers() async -> Bool {
    do {
      try await database.ping()
      return true
    } catch {
      return false
    }
  }

  fileprivate func report(databaseAnswers: Bool) -> JSONValue {
    [
      "status": databaseAnswers ? "ok" : "degraded", "cell": .string(cell),
      "database": databaseAnswers ? "ok" : "unavailable",
    ]
  }
}

/// Tells everybody that the service is about to end, as soon as it is told so itself.
struct StopNotice: Service {
  let health: Health

  func run() async throws {
    // Throws where the task is cancelled instead: then the service ends all the same.
    try? await gracefulShutdown()
    health.stop()
  }
}

extension Router where Context == APIRequestContext {
  /// Serves what asks how the service is.
  func serveHealth(_ health: Health, paths: HealthPaths) {
    get(RouterPath(paths.liveness)) { _, _ in Response.json(["status": "ok"]) }
    get(RouterPath(paths.readiness)) { _, _ -> Response in
      let isReady = health.isStopping ? false : await health.databaseAnswers()
      return .json(
        health.report(databaseAnswers: isReady), status: isReady ? .ok : .serviceUnavailable)
    }
    serve(.health) { _, _ in
      let answers = await health.databaseAnswers()
      return .json(
        health.report(databaseAnswers: answers), status: answers ? .ok : .serviceUnavailable)
    }
  }
}
