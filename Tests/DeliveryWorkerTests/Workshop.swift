import AlertStores
import Alerts
import CellContract
import EmbeddedBackend
import Foundation
import Logging
import SQL
import ServiceRuntime
import ServiceTestSupport
import Synchronization
import Testing
import Twilio
import TwilioSimulator

@testable import DeliveryWorker

/// A worker on embedded resources and a simulated Twilio, driven step by step, with a clock that can be
/// moved on.
struct Workshop: Sendable {
  /// Real time, moved on by so many seconds.
  final class Clock: Sendable {
    private let ahead = Mutex<TimeInterval>(0)
    var now: Date { Date() + ahead.withLock { $0 } }
    func moveOn(_ seconds: TimeInterval) { ahead.withLock { $0 += seconds } }
  }

  static let cell = "cell-use1-01"

  let backend: TestBackend
  let simulator: TwilioSimulator
  let clock: Clock
  let services: WorkerServices
  let lane: QueueLane

  var alerts: AlertStore { services.alerts }
  var deliveries: DeliveryStore { services.deliveries }

  /// Runs a workshop while `body` does.
  static func with(
    limits: WorkerLimits = WorkerLimits(lease: 30, sendLimit: 14, attempts: 4),
    rates: TwilioCredentials.Rates = .init(messages: 10_000, calls: 10_000),
    _ adjust: (inout SimulatorConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (Workshop) async throws -> Void
  ) async throws {
    let credentials = TwilioCredentials(
      accountSID: "AC0123456789abcdef0123456789abcdef", authToken: "token",
      sender: try #require(PhoneNumber("+15005550006")), rates: rates)
    var configuration = SimulatorConfiguration(credentials: credentials)
    configuration.callbacks.dropped = 1
    configuration.callbacks.step = .zero
    adjust(&configuration)
    let simulator = TwilioSimulator(configuration)
    try await withTemporaryFolder { folder in
      let clock = Clock()
      let embedded = try await EmbeddedBackend(
        folder: folder, apiURL: "http://127.0.0.1:1", now: { clock.now })
      let database = try embedded.database(.alerts)
      _ = try await Schema.migrate(database)
      try EmbeddedSecret(.twilio, in: folder).write(credentials.secret)
      let backend = TestBackend(embedded, database: database)
      let transport = AsyncTwilioTransport()
      do {
        try await simulator.serving { address in
          let worker = try DeliveryWorker(
            Live(WorkerResources.self, on: backend), cell: cell,
            twilio: TwilioClient(baseURL: address, transport: transport), limits: limits,
            metrics: MetricRecorder(
              cell: cell, service: .worker, output: try LineOutput(appendingTo: "\(folder)/log")),
            logger: Logger(label: "worker") { _ in SwiftLogNoOpLogHandler() },
            now: { clock.now })
          try await body(
            Workshop(
              backend: backend, simulator: simulator, clock: clock, services: worker.services,
              lane: worker.lane))
        }
      } catch {
        try await transport.shutdown()
        throw error
      }
      try await transport.shutdown()
    }
  }

  /// Adds recipients with numbers of their own, and gives them in the order of their IDs.
  @discardableResult func addRecipients(
    _ numbers: [String], sms: Bool = true, voice: Bool = true
  ) async throws -> [Recipient] {
    var recipients: [Recipient] = []
    for number in numbers {
      let draft = RecipientDraft(
        name: "Person", phoneNumber: try #require(PhoneNumber(number)), smsEnabled: sms,
        voiceEnabled: voice)
      let outcome = try await services.recipients.create(
        draft, at: clock.now - 60, once: nil, answer: { $0.id.text })
      guard case .created(let recipient) = outcome else { throw Unexpected() }
      recipients.append(recipient)
    }
    return recipients.sorted { $0.id < $1.id }
  }

  /// Adds recipients whom nothing is wrong with.
  @discardableResult func addRecipients(_ count: Int) async throws -> [Recipient] {
    try await addRecipients((0..<count).map { "+1415\(2_000_000 + $0)" })
  }

  /// Adds an alert, whose event reaches the queue.
  @discardableResult func addAlert(
    title: String = "Title", message: String = "Message", _ method: Channel = .sms
  ) async throws -> AlertID {
    let outcome = try await alerts.create(
      AlertDraft(title: title, message: message, deliveryMethod: method), at: clock.now,
      once: nil, answer: { $0.id.text })
    guard case .created(let alert) = outcome else { throw Unexpected() }
    let relay = Relay(
      from: Outbox(try backend.database(.alerts), cell: Self.cell),
      to: try backend.publisher(to: .alertEvents), logger: services.logger)
    try await relay.relayOnce()
    return alert.id
  }

  struct Unexpected: Error {}

  /// Sends past the worker, as one that was lost did; Twilio's name for it.
  func sendPastWorker(to recipient: Recipient) async throws -> String {
    let message = OutgoingMessage(
      channel: .sms, to: recipient.draft.phoneNumber, text: "Title\nMessage",
      statusCallback: "http://127.0.0.1:1/")
    guard case .accepted(let sid) = try await services.send(message) else { throw Unexpected() }
    return sid
  }

  /// Handles messages until the queue has none; how many they were.
  @discardableResult func work() async throws -> Int {
    var count = 0
    while let message = try await lane.work.receive(maximum: 1, wait: .zero).first {
      try await lane.handle(message)
      count += 1
    }
    return count
  }

  /// What the worker's other lane does.
  func look() async throws {
    _ = try await DatabaseLane(lane: lane, services: services).round()
  }

  /// How an alert's deliveries are.
  func statuses(of alert: AlertID) async throws -> [DeliveryStatus] {
    try await deliveries.overview(of: alert, after: nil, limit: 1000).page.elements.map(\.status)
  }

  /// How many of an alert's deliveries Twilio has, as far as is recorded.
  func statusesAtLeastSent(of alert: AlertID) async throws -> Int {
    try await statuses(of: alert).count { [.sent, .delivered].contains($0) }
  }

  /// Transitions of a delivery that were published, as words.
  func transitions(of recipient: Recipient) -> [String] {
    backend.messages(on: .deliveryStatus).compactMap { text in
      guard text.contains(recipient.id.text) else { return nil }
      return DeliveryStatus.allCases.map(\.rawValue).first {
        text.contains("\"status\":\"\($0)\"")
      }
    }
  }

  /// What lies in the queue, and in its dead-letter queue.
  func depth() async throws -> (waiting: Int, dead: Int) {
    try await backend.embedded.queue(.alertProcessing).depth()
  }
}
