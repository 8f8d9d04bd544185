import AlertStores
import Alerts
import CellContract
import Foundation
import Logging
import ServiceRuntime

/// The single changes of a delivery that a courier makes.
extension Courier {
  /// A delivery that nobody has begun with.
  func claim(_ key: Delivery.Key, _ recipient: Recipient, as status: DeliveryStatus) -> Delivery {
    let now = services.now()
    return Delivery(
      key: key, phoneNumber: recipient.draft.phoneNumber, status: status,
      homeCell: services.cell, claimedUntil: now + services.limits.lease, claimID: Self.claimID(),
      updatedAt: now)
  }

  /// A name for one claim: the table takes a claim for made that is written twice, so two must differ.
  private static func claimID() -> String {
    String(UInt64.random(in: 0...UInt64.max), radix: 16)
  }

  /// Claims a delivery that was not sent; nil where somebody else was faster.
  func reclaim(_ found: StoredDelivery) async throws -> StoredDelivery? {
    try await change(found, to: .claimed) { delivery in
      delivery.homeCell = services.cell
      delivery.claimedUntil = services.now() + services.limits.lease
      delivery.claimID = Self.claimID()
    }
  }

  /// Keeps a claim for long enough to send; nil where somebody else has taken it.
  ///
  /// Nothing was sent yet, so a claim that is about to run out is simply made anew.
  func keep(_ claimed: StoredDelivery) async throws -> StoredDelivery? {
    let now = services.now()
    if let end = claimed.delivery.claimedUntil, now + services.limits.sendLimit * 2 <= end {
      return claimed
    }
    return try await services.deliveries.change(claimed) { delivery in
      delivery.claimedUntil = now + services.limits.lease
      delivery.claimID = Self.claimID()
      delivery.updatedAt = now
    }
  }

  /// Gives a claim back of which nothing was sent.
  func release(_ claimed: StoredDelivery, until moment: Date) async throws -> Verdict {
    _ = try await change(claimed, to: .pending) { $0.claimedUntil = nil }
    return .later(moment)
  }

  /// Takes a delivery back that was not sent.
  func takeBack(_ found: StoredDelivery) async throws -> Verdict {
    try await change(found, to: .cancelled) == nil ? .later(services.now()) : .done
  }

  /// Notes that a recipient is left out. Of an alert that was cancelled nothing is noted: it says for
  /// itself that what was not sent is cancelled.
  func leaveOut(_ key: Delivery.Key, _ recipient: Recipient) async throws -> Verdict {
    if try await watch.alertIsCancelled() { return .done }
    var delivery = claim(key, recipient, as: .cancelled)
    delivery.claimedUntil = nil
    if let added = try await services.deliveries.add(delivery) {
      try await transitions.add(added.delivery)
    }
    return .done
  }

  /// Whether the recipient and the alert still say that it should be sent.
  func isStillWanted(_ recipient: Recipient) async throws -> Bool {
    guard alert.draft.reaches(recipient) else { return false }
    return try await !watch.alertIsCancelled()
  }

  /// Moves a delivery to a status and publishes that; nil where somebody else has changed it.
  func change(
    _ found: StoredDelivery, to status: DeliveryStatus,
    _ more: @Sendable (inout Delivery) -> Void = { _ in }
  ) async throws -> StoredDelivery? {
    let now = services.now()
    let changed = try await services.deliveries.change(found) { delivery in
      delivery.status = status
      delivery.updatedAt = now
      more(&delivery)
    }
    if let changed { try await transitions.add(changed.delivery) }
    return changed
  }

  /// Records what Twilio answered. Where Twilio's callback was here first, what it said stays.
  func record(
    _ claimed: StoredDelivery, _ result: @Sendable (inout Delivery) -> Void
  ) async throws {
    if let recorded = try await services.deliveries.change(claimed, result) {
      try await transitions.add(recorded.delivery)
      return
    }
    if let outcome = try await services.deliveries.advance(claimed.delivery.key, result),
      outcome.changed
    {
      try await transitions.add(outcome.delivery)
    }
  }

  /// Counts what Twilio accepted or refused.
  func count(_ status: DeliveryStatus) {
    let channel = alert.draft.deliveryMethod.rawValue
    switch status {
    case .sent, .delivered: services.metrics.record(.deliveriesSent, 1, by: channel)
    case .failed: services.metrics.record(.deliveriesFailed, 1, by: channel)
    case .pending, .claimed, .unknown, .cancelled: break
    }
  }

  /// Writes a line about a delivery.
  func log(_ level: Logger.Level, _ message: String, _ delivery: Delivery, _ code: Int?) {
    services.logger.log(
      level: level, "\(message)\(code.map { " (\($0))" } ?? "")",
      metadata: [
        LogField.alert.rawValue: .string(delivery.key.alertID.text),
        LogField.delivery.rawValue: .string(delivery.key.description),
      ])
  }
}
