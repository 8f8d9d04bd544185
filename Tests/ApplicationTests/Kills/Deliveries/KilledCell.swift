import Alerts
import Commands
import Foundation
import JSONText
import PostgreSQL
import SQL
import ServiceTestSupport
import TestSupport
import TwilioSimulator

/// One cell in the hands of a ``DeliveryKillHarness``.
struct KilledCell: Sendable {
  let harness: DeliveryKillHarness
  let cell: RunningCell
  /// The same, with an AWS that fails.
  let throughFaults: RunningCell
  let simulator: TwilioSimulator
  let twilio: String
  let pollers: KilledPollers
  let faulty: FaultyAWS

  private typealias Failure = DeliveryKillHarness.Failure

  private static let alertsPerKill = 2

  private var client: CellClient { CellClient(base: cell.base, key: RunningCell.apiKey) }

  func run() async throws -> DeliveryOutcome {
    var api = try await startAPI()
    try await addRecipients()
    var pollers = pollers
    if harness.phases.contains(.poller) { try await pollers.setBaseline() }
    let load = AlertLoad(client, every: .milliseconds(100), limit: 0) { number in
      #"{"title":"T\#(number)","message":"M","delivery_method":"sms"}"#
    }
    let sending = Task { await load.run() }
    var outcome = DeliveryOutcome()
    outcome.recipients = harness.recipients
    for phase in harness.phases {
      let workers = [try startWorker(), try startWorker()]
      await load.allow(Self.alertsPerKill)
      switch phase {
      case .random: try await Task.sleep(for: .milliseconds(Int.random(in: 100..<2000)))
      case .claim: try await spring(.arrived)
      case .send: try await spring(.taken)
      case .record:
        try await spring(.answered)
        try await Task.sleep(for: .microseconds(Int.random(in: 0..<3000)))
      case .api:
        try await spring(.answered)
        await api.kill()
        api = try await startAPI()
      case .poller: try await pollers.kill()
      case .database:
        try await spring(.answered)
        try await cell.server.kill()
        try await cell.server.resume()
      }
      for worker in workers { await worker.kill() }
      outcome.kills[phase, default: 0] += 1
    }
    await load.stop()
    await sending.value
    simulator.setRates([:])
    faulty.setRate(0)
    outcome.faults = faulty.met
    let began = ContinuousClock.now
    var processes = [try startWorker(), try startWorker()]
    if !pollers.texts.isEmpty { processes.append(try pollers.start()) }
    // One lease, and what it takes to start.
    try await Task.sleep(for: harness.lease + .seconds(2))
    outcome.unknownAfterLease = try await statuses()["unknown", default: 0]
    let stories = pollers.texts
    try await wait { try await texts().isSuperset(of: stories) }
    try await wait { try await openAlerts() == 0 }
    outcome.settling = began.duration(to: .now)
    // What SQS put aside by itself is taken up again.
    try await wait {
      let depth = try await cell.depth()
      return depth.waiting == 0 && depth.dead == 0
    }
    outcome.accepted = Set(await load.acceptedTitles.map { "\($0)\nM" }).union(stories)
    try await look(&outcome)
    for process in processes { await process.kill() }
    await api.kill()
    return outcome
  }

  private func startAPI() async throws -> KilledProcess {
    let process = try KilledProcess(throughFaults.api("serve", "--host", "127.0.0.1"))
    try await client.waitUntilReady()
    return process
  }

  private func startWorker() throws -> KilledProcess {
    try KilledProcess(throughFaults.worker(harness.program, harness.arguments(twilio)))
  }

  private func addRecipients() async throws {
    for index in 0..<harness.recipients {
      let answer = try await client.send(
        "POST", "/v1/recipients",
        #"{"name":"N","phone_number":"+1415\#(3_000_000 + index)","tags":["tech"]}"#)
      guard answer.status == 201 else { throw Failure(description: "\(answer)") }
    }
  }

  private func spring(_ step: SimulatorTrap.Step) async throws {
    let trap = simulator.trap(step)
    let isSprung = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        await trap.sprung()
        return !Task.isCancelled
      }
      group.addTask {
        // Cancellation ends the pause; there is nothing else that it could throw.
        try? await Task.sleep(for: .seconds(180))
        return false
      }
      defer { group.cancelAll() }
      return await group.next() ?? false
    }
    guard isSprung else {
      throw Failure(description: "nothing was sent for three minutes; is the worker running?")
    }
  }

  private func query<Element: Sendable>(
    _ statement: SQLStatement, _ make: @escaping @Sendable (any SQLRow) throws -> Element
  ) async throws -> [Element] {
    let database = cell.server.pool(database: "alerts")
    let rows = try await database.read { try $0.query(statement, make) }
    await database.close()
    return rows
  }

  /// Waits for a condition, and no longer than a subject may take that does what it should.
  private func wait(until condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + harness.patience
    while ContinuousClock.now < deadline, try await !condition() {
      try await Task.sleep(for: .milliseconds(500))
    }
  }

  /// What the alerts say, as it is sent.
  private func texts() async throws -> Set<String> {
    Set(
      try await query("SELECT title, message FROM alerts") { "\($0.text(0))\n\($0.text(1))" })
  }

  private func openAlerts() async throws -> Int64 {
    try await query("SELECT count(*) FROM alerts WHERE status <> 'completed'") {
      try $0.integer(0)
    }.first ?? 0
  }

  private func look(_ outcome: inout DeliveryOutcome) async throws {
    await simulator.settled()
    outcome.existing = try await texts()
    for message in simulator.accepted { outcome.sent[message.text, default: 0] += 1 }
    outcome.repeated = simulator.repeated.map { $0.sids.count - 1 }.reduce(0, +)
    outcome.dead = try await cell.depth().dead
    outcome.unsettled = try await statuses().filter { !["sent", "delivered"].contains($0.key) }
  }

  /// How many deliveries have which status, as the API tells.
  private func statuses() async throws -> [String: Int] {
    var statuses: [String: Int] = [:]
    for id in try await query("SELECT alert_id FROM alerts", { $0.text(0) }) {
      let answer = try await client.send("GET", "/v1/alerts/\(id)/status?limit=100")
      for delivery in answer.json["deliveries"]?.elements ?? [] {
        statuses[delivery["status"]?.text ?? "", default: 0] += 1
      }
    }
    return statuses
  }
}
