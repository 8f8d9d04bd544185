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
      cell: "cell-use1-01", checks: [Health.Check("database") { try database.ask() }])
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

  @Test func `a service that is about to end is not ready, and still of use`() async {
    let health = Health(cell: "c", checks: [Health.Check("database") {}])
    #expect(await health.readiness().isWell)
    health.stop()
    let readiness = await health.readiness()
    #expect(!readiness.isWell)
    #expect(readiness.json["status"] == "degraded")
    #expect(await health.report().isWell)
  }

  @Test func `a service without checks is ready until it is about to end`() async {
    let health = Health(cell: "c", checks: [])
    #expect(await health.readiness().isWell)
    health.stop()
    #expect(!(await health.readiness().isWell))
  }
}
