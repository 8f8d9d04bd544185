import AlertStores
import Alerts
import Foundation
import Logging
import ServiceRuntime
import Twilio

/// What the worker's parts work with.
struct WorkerServices: Sendable {
  let cell: String
  let alerts: AlertStore
  let recipients: RecipientStore
  let deliveries: DeliveryStore
  let plans: DeliveryPlans
  let batches: DeliveryBatches
  let pace: SenderPace
  let status: any TopicPublisher
  let account: Account
  let twilio: TwilioClient
  /// Where Twilio's callbacks go, without what names the delivery.
  let callbacks: String
  let limits: WorkerLimits
  let metrics: MetricRecorder
  let logger: Logger
  let stop: Stop
  let now: @Sendable () -> Date

  /// Where Twilio reports what became of a delivery.
  func callbackURL(of key: Delivery.Key) -> String { "\(callbacks)?delivery=\(key)" }

  /// Sends; where the credentials are refused, once more with what the secret holds now.
  func send(_ message: OutgoingMessage) async throws -> SendOutcome {
    let limit = Duration.seconds(limits.sendLimit)
    let outcome = await twilio.send(
      message, with: try await account.credentials(), timeLimit: limit)
    guard case .credentialsRefused = outcome else { return outcome }
    return await twilio.send(
      message, with: try await account.credentials(refresh: true), timeLimit: limit)
  }

  /// What Twilio has sent to a number.
  func list(
    _ channel: Channel, to number: PhoneNumber, from sender: PhoneNumber, since moment: Date
  ) async throws -> [ProviderRecord] {
    try await twilio.list(
      channel, to: number, from: sender, since: moment, with: try await account.credentials(),
      timeLimit: .seconds(limits.sendLimit))
  }

  /// Waits for a moment, which may be over.
  func sleep(until moment: Date) async throws {
    let wait = moment.timeIntervalSince(now())
    if wait > 0 { try await Task.sleep(for: .seconds(wait)) }
  }
}

extension Duration {
  /// In seconds.
  var timeInterval: TimeInterval {
    TimeInterval(components.seconds) + TimeInterval(components.attoseconds) / 1e18
  }
}
