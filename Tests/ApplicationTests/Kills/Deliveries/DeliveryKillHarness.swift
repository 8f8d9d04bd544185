import Alerts
import Commands
import Foundation
import HackerNewsSimulator
import JSONText
import SQL
import ServiceTestSupport
import Synchronization
import TestSupport
import TwilioSimulator

/// Kills a cell's workers again and again at chosen steps while alerts come in, with a Twilio that fails
/// and repeats itself, and tells who was sent what in the end, by Twilio's own count.
struct DeliveryKillHarness: Sendable {
  /// What is killed, and where.
  enum Phase: String, Sendable, CaseIterable {
    /// The workers, at any moment: while they start, plan, wait.
    case random
    /// The workers, between the claim of a delivery and Twilio's taking it.
    case claim
    /// The workers, when Twilio has taken a message and not answered.
    case send
    /// The workers, when Twilio has answered and they may not have recorded it.
    case record
    /// The API, with its relay and the callbacks that are under way.
    case api
    /// The pollers, while one of them tells a story.
    case poller
    /// The database's server.
    case database
  }

  /// Which worker: its program, and what it is told where Twilio is.
  let program: String
  let arguments: @Sendable (String) -> [String]
  let phases: [Phase]
  let recipients: Int
  /// How long a worker's claims hold.
  let lease: Duration
  /// How long is waited for the end.
  var patience = Duration.seconds(180)
  /// How often a send meets each of Twilio's faults, and a request to AWS each of ``FaultyAWS``'s.
  let faultRate: Double

  struct Failure: Error, CustomStringConvertible { let description: String }

  /// Runs a cell, kills at every phase in turn, and waits until nothing is left to do.
  func run() async throws -> DeliveryOutcome {
    let result = Mutex<DeliveryOutcome?>(nil)
    try await RunningCell.with { cell in
      let migration = try await cell.api("migrate").run(timeLimit: .seconds(120))
      guard migration.status.isSuccess else { throw Failure(description: migration.outputText) }
      let outcome = try await run(in: cell)
      result.withLock { $0 = outcome }
    }
    guard let outcome = result.withLock({ $0 }) else { throw Failure(description: "no outcome") }
    return outcome
  }

  private func run(in cell: RunningCell) async throws -> DeliveryOutcome {
    var configuration = SimulatorConfiguration(credentials: RunningCell.twilio)
    configuration.callbacks.doubled = 0.2
    configuration.callbacks.reversed = 0.2
    configuration.callbacks.lateness = .milliseconds(300)
    configuration.hang = .seconds(3)
    configuration.trapHold = .seconds(2)
    for fault in SimulatorFault.allCases { configuration.faultRates[fault] = faultRate }
    let simulator = TwilioSimulator(configuration)
    let result = Mutex<DeliveryOutcome?>(nil)
    let faulty = FaultyAWS(before: cell.environment["AWS_ENDPOINT_URL"] ?? "")
    let port = Int(try freePort())
    try await faulty.serving(port: port) { aws in
      faulty.setRate(faultRate)
      let feed = HackerNewsSimulator()
      let throughFaults = cell.with(["AWS_ENDPOINT_URL": aws])
      let outcome = try await feed.serving { feedURL in
        try await simulator.serving { twilio in
          try await KilledCell(
            harness: self, cell: cell, throughFaults: throughFaults, simulator: simulator,
            twilio: twilio, pollers: KilledPollers(of: throughFaults, feed: feed, at: feedURL),
            faulty: faulty
          ).run()
        }
      }
      result.withLock { $0 = outcome }
    }
    guard let outcome = result.withLock({ $0 }) else { throw Failure(description: "no outcome") }
    return outcome
  }
}

/// What became of alerts and of those they are for.
struct DeliveryOutcome: Sendable {
  var kills: [DeliveryKillHarness.Phase: Int] = [:]
  /// What alerts say that were answered with 202, and those of stories that were published.
  var accepted: Set<String> = []
  /// What the alerts say that the database holds.
  var existing: Set<String> = []
  /// How many recipients each alert has.
  var recipients = 0
  /// How many messages with these words Twilio took.
  var sent: [String: Int] = [:]
  /// Who was sent the same more than once, and how often that is.
  var repeated = 0
  /// Deliveries that are not known to be sent, by status.
  var unsettled: [String: Int] = [:]
  /// Deliveries that were `unknown` one lease after the last fault.
  var unknownAfterLease = 0
  /// Requests to AWS that met a fault.
  var faults: [FaultyAWS.Fault: Int] = [:]
  /// Messages that were put aside.
  var dead = 0
  /// How long it took from the last fault until every alert was completed.
  var settling = Duration.zero

  /// Alerts that were accepted, or exist, and didn't reach everybody.
  var lost: [String] {
    accepted.union(existing).filter { sent[$0, default: 0] < recipients }.sorted()
  }
  /// Messages of alerts that nobody made.
  var invented: Set<String> { Set(sent.keys).subtracting(existing) }

  /// A line for people.
  var summary: String {
    let histogram = DeliveryKillHarness.Phase.allCases.map { "\($0): \(kills[$0] ?? 0)" }
    return """
      kills: \(histogram.joined(separator: ", ")); alerts: \(existing.count); messages: \
      \(sent.values.reduce(0, +)); repeated: \(repeated); lost alerts: \(lost.count); unsettled: \
      \(unsettled); unknown one lease after the \
      last fault: \(unknownAfterLease); dead letters: \(dead); AWS \
      faults: \(faults.values.reduce(0, +)); settled in \(settling)
      """
  }
}
