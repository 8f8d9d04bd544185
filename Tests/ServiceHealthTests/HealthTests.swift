import AsyncHTTPClient
import CellContract
import JSONText
import Logging
import NIOCore
import NIOHTTP1
import ServiceHealth
import ServiceLifecycle
import Synchronization
import Testing

/// Over HTTP, as Kubernetes asks.
@Suite struct HealthTests {
  /// Something that answers or doesn't, as a test wants.
  final class Dependency: Sendable {
    private let answers = Mutex(true)
    struct Down: Error {}
    func set(_ answers: Bool) { self.answers.withLock { $0 = answers } }
    func ask() throws { if !answers.withLock({ $0 }) { throw Down() } }
  }

  private func ask(_ port: Int, _ path: String) async throws -> (status: UInt, json: JSONValue) {
    let response = try await HTTPClient.shared.execute(
      HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)"), timeout: .seconds(10))
    let body = try await response.body.collect(upTo: 1 << 16)
    return (response.status.code, try JSONValue(reading: body.readableBytesView))
  }

  /// Runs a server while `body` does; it ends when it is asked to.
  private func serving(
    _ health: Health, _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let (ports, found) = AsyncStream.makeStream(of: Int.self)
    let server = HealthServer(
      of: .worker, health: health, host: "127.0.0.1", port: 0, logger: Logger(label: "test"),
      onListening: { found.yield($0) })
    let group = ServiceGroup(services: [server], logger: Logger(label: "test"))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      tasks.addTask {
        for await port in ports {
          do {
            try await body(port)
          } catch {
            await group.triggerGracefulShutdown()
            throw error
          }
          break
        }
        await group.triggerGracefulShutdown()
      }
      try await tasks.waitForAll()
    }
  }

  @Test func `a service says how it is and what doesn't answer, and lives while it doesn't`()
    async throws
  {
    let database = Dependency()
    let health = Health(
      cell: "cell-use1-01", checks: [Health.Check("database") { try database.ask() }],
      logger: Logger(label: "test"))
    let paths = ServiceName.worker.contract.health
    try await serving(health) { port in
      for path in [paths.health, paths.readiness] {
        let well = try await ask(port, path)
        #expect(well.status == 200)
        #expect(well.json == ["status": "ok", "cell": "cell-use1-01", "database": "ok"])
      }
      database.set(false)
      for path in [paths.health, paths.readiness] {
        let ill = try await ask(port, path)
        #expect(ill.status == 503)
        #expect(
          ill.json == ["status": "degraded", "cell": "cell-use1-01", "database": "unavailable"])
      }
      let alive = try await ask(port, paths.liveness)
      #expect(alive.status == 200)
      #expect(alive.json == ["status": "ok"])
    }
    #expect(health.isStopping)
  }

  @Test func `why a check fails is logged when it begins to, and when it no longer does`() async {
    let database = Dependency()
    let lines = Mutex<[String]>([])
    let health = Health(
      cell: "c", checks: [Health.Check("database") { try database.ask() }],
      logger: Logger(label: "test") { _ in
        Handler { line in lines.withLock { $0.append(line) } }
      })
    for answers in [true, false, false, true, true] {
      database.set(answers)
      _ = await health.report()
    }
    #expect(
      lines.withLock { $0 } == [
        "error not ready, database: Down()", "notice database is of use again",
      ])
  }

  @Test func `a service that is about to end is not ready, and still of use`() async {
    let health = Health(
      cell: "c", checks: [Health.Check("database") {}], logger: Logger(label: "test"))
    #expect(await health.readiness().isWell)
    health.stop()
    let readiness = await health.readiness()
    #expect(!readiness.isWell)
    #expect(readiness.json["status"] == "degraded")
    #expect(await health.report().isWell)
  }

  @Test func `a service without checks is ready until it is about to end`() async {
    let health = Health(cell: "c", checks: [], logger: Logger(label: "test"))
    #expect(await health.readiness().isWell)
    health.stop()
    #expect(!(await health.readiness().isWell))
  }
}

/// Hands over what is logged.
private struct Handler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info
  let add: @Sendable (String) -> Void
  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }
  func log(event: LogEvent) { add("\(event.level) \(event.message)") }
}
