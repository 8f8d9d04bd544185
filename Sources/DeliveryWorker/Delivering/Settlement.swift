import AlertStores
import Alerts
import Foundation
import Twilio

/// Finds what Twilio knows of a delivery that may have been sent.
///
/// Twilio keeps no name of ours beside a message or a call, so one is known by its number, its words and
/// its time. Where the same person was told the same words by another alert, the messages that are known
/// to be the other's are left out; which of two equal messages is whose makes no difference to anybody, and
/// each is taken once.
struct Settlement: Sendable {
  let courier: Courier

  /// How far the clocks of Twilio and of this machine may be apart.
  private static let skew: TimeInterval = 60
  /// For how long alerts of the same words are looked at.
  private static let twins: TimeInterval = 86_400

  /// The record of a delivery; nil where Twilio has none.
  func record(of delivery: Delivery) async throws -> ProviderRecord? {
    let services = courier.services
    let end = delivery.claimedUntil ?? delivery.updatedAt
    let began =
      courier.batch.isReconciled
      ? courier.alert.createdAt : end - services.limits.lease * 2
    let records = try await services.list(
      delivery.key.channel, to: delivery.phoneNumber, from: courier.sender,
      since: began - Self.skew)
    let candidates = records.filter { record in
      record.body.map { Self.isSame($0, as: courier.alert.draft.words) } ?? true
    }
    guard !candidates.isEmpty else { return nil }
    let taken = try await sidsOfTwins(of: delivery)
    for candidate in candidates where !taken.contains(candidate.sid) {
      if try await services.deliveries.take(candidate.sid, for: delivery.key) { return candidate }
    }
    return nil
  }

  /// What other alerts of the same words were sent as.
  private func sidsOfTwins(of delivery: Delivery) async throws -> Set<String> {
    let services = courier.services
    let alerts = try await services.alerts.twins(
      of: courier.alert, since: services.now() - Self.twins)
    var sids: Set<String> = []
    for alert in alerts {
      let key = Delivery.Key(
        alertID: alert, recipientID: delivery.key.recipientID, channel: delivery.key.channel)
      if let sid = try await services.deliveries.delivery(key)?.twilioSID { sids.insert(sid) }
    }
    return sids
  }

  /// Twilio may trim a text, and puts words before it in a trial account.
  private static func isSame(_ body: String, as words: String) -> Bool {
    body.trimmingCharacters(in: .whitespacesAndNewlines).hasSuffix(
      words.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}

extension ProviderRecord {
  /// How far the delivery is by what Twilio knows: at least sent.
  func deliveryStatus(of channel: Channel) -> DeliveryStatus {
    TwilioStatus(status, of: channel)?.delivery ?? .sent
  }
}
