import Commands
import Foundation
import JSONText
import PostgreSQL
import SQL
import ServiceTestSupport
import Synchronization
import TestSupport
import Testing
import TwilioSimulator

/// A region is lost, and with it what the copies of its database and its table elsewhere have not got yet.
///
/// Aurora's and DynamoDB's copies are typically a second behind.
/// Source: Amazon Aurora User Guide, "Using Amazon Aurora Global Database"; Amazon DynamoDB Developer
/// Guide, "Global tables"; 2026-11.
@Suite(.serialized) struct RegionLossTests {
  private static let lag = Duration.seconds(1)
  private static let recipients = 20

  /// What was seen.
  private struct Outcome {
    var accepted: [String: ContinuousClock.Instant] = [:]
    var copyBegan = ContinuousClock.now
    var lostAt = ContinuousClock.now
    /// What alerts of the copy say.
    var existing: Set<String> = []
    /// Alerts of the copy that are not completed.
    var open = 0
    /// Messages that Twilio had, and of those the ones that the copy of the table knew of.
    var sentBefore = 0
    var knownBefore = 0

    var lost: [String] { accepted.keys.filter { !existing.contains($0) } }
    /// How long before the loss the oldest alert was accepted that is gone.
    var recoveryPoint: Duration {
      lost.compactMap { accepted[$0]?.duration(to: lostAt) }.max() ?? .zero
    }
  }

  @Test
  func `what the copies have is delivered to everybody once, and what they lack came after them`()
    async throws
  {
    let (outcome, simulator) = try await run { second, _ in
      let takeover = try await second.command(
        try program(), ["take-over", "cell-use1-01", "--lease", "6"]
      )
      .run(timeLimit: .seconds(120))
      #expect(takeover.status.isSuccess, "\(takeover.outputText)")
    }
    // Otherwise nothing was lost that could be missed, or sent again.
    #expect(!outcome.lost.isEmpty)
    #expect(outcome.knownBefore < outcome.sentBefore)
    #expect(outcome.recoveryPoint <= outcome.copyBegan.duration(to: outcome.lostAt))
    #expect(outcome.open == 0)
    #expect(simulator.repeated.isEmpty)
    var sent: [String: Int] = [:]
    for message in simulator.accepted { sent[message.text, default: 0] += 1 }
    for text in outcome.existing { #expect(sent["\(text)\nM"] == Self.recipients, "\(text)") }
  }

  @Test func `a cell that takes over and trusts its copies is found out`() async throws {
    let (_, simulator) = try await run { _, copy in
      for table in ["alerts", "outbox", "delivery_batches"] {
        try await copy.psql("UPDATE \(table) SET home_cell = 'cell-usw1-01'", database: "alerts")
      }
    }
    #expect(!simulator.repeated.isEmpty)
  }

  /// Lets a second cell take over from one that was lost.
  private func run(
    takingOver takeOver: @escaping @Sendable (RunningCell, PostgreSQLServer) async throws -> Void
  ) async throws -> (Outcome, TwilioSimulator) {
    var configuration = SimulatorConfiguration(credentials: RunningCell.twilio)
    configuration.latency = .milliseconds(20)
    let simulator = TwilioSimulator(configuration)
    let result = Mutex(Outcome())
    try await RunningCell.with { first in
      let migration = try await first.api("migrate").run(timeLimit: .seconds(120))
      #expect(migration.status.isSuccess, "\(migration.outputText)")
      try await simulator.serving { twilio in
        let outcome = try await lose(first, simulator, twilio, takeOver)
        result.withLock { $0 = outcome }
      }
    }
    let outcome = result.withLock { $0 }
    print(
      """
      region loss: copies \(outcome.copyBegan.duration(to: outcome.lostAt)) old; alerts: \
      \(outcome.accepted.count), of which \(outcome.lost.count) are lost, the oldest accepted \
      \(outcome.recoveryPoint) before; messages before: \(outcome.sentBefore), known to the copy: \
      \(outcome.knownBefore); messages in the end: \(simulator.acceptedCount), repeated: \
      \(simulator.repeated.count)
      """)
    return (outcome, simulator)
  }

  private func lose(
    _ first: RunningCell, _ simulator: TwilioSimulator, _ twilio: String,
    _ takeOver: @escaping @Sendable (RunningCell, PostgreSQLServer) async throws -> Void
  ) async throws -> Outcome {
    let client = CellClient(base: first.base, key: RunningCell.apiKey)
    let processes = [
      try KilledProcess(first.api("serve", "--host", "127.0.0.1")),
      try worker(of: first, twilio),
    ]
    try await client.waitUntilReady()
    for index in 0..<Self.recipients {
      let answer = try await client.send(
        "POST", "/v1/recipients", #"{"name":"N","phone_number":"+1415\#(4_000_000 + index)"}"#)
      #expect(answer.status == 201)
    }
    let load = AlertLoad(client, every: .milliseconds(100))
    let sending = Task { await load.run() }
    let deadline = ContinuousClock.now + .seconds(180)
    while simulator.acceptedCount < 5 * Self.recipients {
      try #require(ContinuousClock.now < deadline, "the cell doesn't deliver")
      try await Task.sleep(for: .milliseconds(50))
    }
    var outcome = Outcome()
    outcome.copyBegan = .now
    let copies = try await first.copyOfDeliveries()
    let seen = Mutex(outcome)
    try await first.server.withCopy { copy in
      try await Task.sleep(for: Self.lag)
      var outcome = seen.withLock { $0 }
      outcome.lostAt = .now
      for process in processes { await process.kill() }
      try await first.server.kill()
      await load.stop()
      await sending.value
      outcome.accepted = await load.acceptedAt
      outcome.sentBefore = simulator.acceptedCount
      outcome.knownBefore =
        try copies.count(where: "status", is: "sent")
        + copies.count(where: "status", is: "delivered")
      try await copies.restore()
      let second = try await first.neighbor("cell-usw1-01", on: copy)
      let api = try KilledProcess(second.api("serve", "--host", "127.0.0.1"))
      let worker = try worker(of: second, twilio)
      try await takeOver(second, copy)
      try await finish(on: copy, &outcome)
      await worker.kill()
      await api.kill()
      seen.withLock { [outcome] in $0 = outcome }
      // So that there is one to stop.
      try await first.server.resume()
    }
    return seen.withLock { $0 }
  }

  /// Waits until nothing is left to do.
  private func finish(on copy: PostgreSQLServer, _ outcome: inout Outcome) async throws {
    let database = copy.pool(database: "alerts")
    let deadline = ContinuousClock.now + .seconds(180)
    repeat {
      try await Task.sleep(for: .milliseconds(200))
      let open: [Int64] = try await database.read { session in
        try session.query("SELECT count(*) FROM alerts WHERE status <> 'completed'") {
          try $0.integer(0)
        }
      }
      outcome.open = Int(open.first ?? 0)
    } while outcome.open > 0 && ContinuousClock.now < deadline
    outcome.existing = Set(
      try await database.read { try $0.query("SELECT title FROM alerts") { $0.text(0) } })
    await database.close()
  }

  private func program() throws -> String {
    try PackageBuild(of: APIProcessTests.Anchor.self).executable("bizcomms-worker")
  }

  private func worker(of cell: RunningCell, _ twilio: String) throws -> KilledProcess {
    try KilledProcess(
      cell.worker(
        try program(), ["run", "--lease", "6", "--send-limit", "2", "--twilio-url", twilio]))
  }
}
