import Commands
import Foundation
import JSONText
import Logging
import PostgreSQL
import SQL
import ServiceTestSupport
import Synchronization
import TestSupport

/// Kills a cell's API again and again at chosen steps while alerts come in, and tells what became of them.
struct KillHarness: Sendable {
  /// Where the program is killed.
  enum Phase: String, Sendable, CaseIterable {
    /// While requests are answered: before, in and after their transactions.
    case request
    /// An event was committed and claimed, and is on its way.
    case publishing
    /// The topic has it, and the program doesn't know.
    case published
    /// The program knows, and may not have marked it.
    case marking
    /// The database is killed instead, and comes back.
    case database
  }

  /// What became of the alerts.
  struct Outcome: Sendable {
    var kills: [Phase: Int] = [:]
    /// Those that were answered with 202.
    var accepted: Set<String> = []
    /// How often each was published.
    var published: [String: Int] = [:]
    /// Those that the database holds.
    var existing: Set<String> = []

    /// Accepted, and never published.
    var lost: Set<String> { accepted.subtracting(published.keys) }
    /// Published, and never made.
    var invented: Set<String> { Set(published.keys).subtracting(existing) }
  }

  let program: String
  let phases: [Phase]

  /// Runs a cell, kills at every phase in turn, and waits until nothing is left to publish.
  func run() async throws -> Outcome {
    let outcome = Mutex(Outcome())
    try await RunningCell.with { [self] cell in
      let migration = try await cell.api("migrate").run(timeLimit: .seconds(120))
      guard migration.status.isSuccess else { throw Failure(description: migration.outputText) }
      let topic = TrappedTopic()
      let port = Int(try freePort())
      try await topic.serving(port: port) { [self] in
        let cell = cell.with(["AWS_ENDPOINT_URL_SNS": "http://127.0.0.1:\(port)"])
        try await kill(cell, topic, outcome)
        outcome.withLock { $0.published = topic.published }
      }
    }
    return outcome.withLock { $0 }
  }

  struct Failure: Error, CustomStringConvertible { let description: String }

  private func kill(
    _ cell: RunningCell, _ topic: TrappedTopic, _ outcome: borrowing Mutex<Outcome>
  ) async throws {
    let load = AlertLoad(CellClient(base: cell.base, key: RunningCell.apiKey))
    let sending = Task { await load.run() }
    for phase in phases {
      let process = try KilledProcess(cell.command(program))
      try await CellClient(base: cell.base, key: RunningCell.apiKey).waitUntilReady()
      switch phase {
      case .request:
        await load.nextRequest()
        try await Task.sleep(for: .microseconds(Int.random(in: 0..<20_000)))
      case .publishing: await topic.spring(.arrived)
      case .published: await topic.spring(.recorded)
      case .marking:
        await topic.spring(.answered)
        try await Task.sleep(for: .microseconds(Int.random(in: 0..<3_000)))
      case .database:
        await load.nextRequest()
        try await cell.server.kill()
        try await cell.server.resume()
      }
      await process.kill()
      outcome.withLock { $0.kills[phase, default: 0] += 1 }
    }
    await load.stop()
    await sending.value

    let process = try KilledProcess(cell.command(program))
    let database = cell.server.pool(database: "alerts")
    try await waitUntilPublished(database)
    await process.kill()
    let existing = try await database.read {
      try $0.query("SELECT alert_id FROM alerts") { $0.text(0) }
    }
    await database.close()
    let accepted = await load.accepted
    outcome.withLock {
      $0.accepted = accepted
      $0.existing = Set(existing)
    }
  }

  /// A claim of a relay that was killed runs out after half a minute.
  private func waitUntilPublished(_ database: PostgreSQLPool) async throws {
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline {
      let waiting = try await database.read { session in
        try session.first("SELECT count(*) FROM outbox WHERE published_at IS NULL") {
          try $0.integer(0)
        }
      }
      if waiting == 0 { return }
      try await Task.sleep(for: .milliseconds(200))
    }
    throw Failure(description: "events still wait after two minutes")
  }
}

/// A program that runs until it is killed.
struct KilledProcess: Sendable {
  private let interrupts = Interrupts()
  private let running: Task<Void, Never>

  init(_ command: Command) throws {
    let interrupts = interrupts
    running = Task {
      // However it ends: it was killed.
      _ = try? await command.stream(patience: .short, interrupts: interrupts, onLine: { _ in })
    }
  }

  /// Kills it with SIGKILL, and returns when it has ended.
  func kill() async {
    interrupts.send(SIGKILL)
    await running.value
  }
}

/// Sends alerts, one after the other, whatever happens to who should take them.
actor AlertLoad {
  private let client: CellClient
  private let pause: Duration
  private let body: @Sendable (Int) -> String
  private var isStopped = false
  /// How many may be sent so far.
  private var limit: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []
  /// IDs that were answered with 202.
  private(set) var accepted: Set<String> = []
  /// When those with a title were.
  private(set) var acceptedAt: [String: ContinuousClock.Instant] = [:]
  /// Titles of those.
  var acceptedTitles: Set<String> { Set(acceptedAt.keys) }

  /// Sends what `body` says for a number, each time another one.
  init(
    _ client: CellClient, every pause: Duration = .milliseconds(5), limit: Int = .max,
    body: @escaping @Sendable (Int) -> String = { number in
      #"{"title":"T\#(number)","message":"M","delivery_method":"sms"}"#
    }
  ) {
    self.client = client
    self.pause = pause
    self.limit = limit
    self.body = body
  }

  func run() async {
    var number = 0
    while !isStopped {
      if number >= limit {
        // Cancellation ends the pause; there is nothing else that it could throw.
        try? await Task.sleep(for: .milliseconds(10))
        continue
      }
      number += 1
      for continuation in waiting { continuation.resume() }
      waiting = []
      do {
        let answer = try await client.send(
          "POST", "/v1/alerts", body(number))
        if answer.status == 202, let id = answer.json["alert_id"]?.text {
          accepted.insert(id)
          acceptedAt["T\(number)"] = .now
        }
        try await Task.sleep(for: pause)
      } catch {
        // Nobody listens: the program is dead for the moment.
        try? await Task.sleep(for: .milliseconds(10))
      }
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Lets so many more be sent.
  func allow(_ count: Int) { limit += count }

  /// Returns when a request is about to be sent.
  func nextRequest() async {
    await withCheckedContinuation { waiting.append($0) }
  }

  func stop() { isStopped = true }
}
