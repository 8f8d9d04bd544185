import AlertStores
import Alerts
import Foundation
import Logging
import ServiceRuntime
import Twilio

/// What became of a delivery in a batch.
enum Verdict: Sendable, Hashable {
  /// There is nothing left to do with it.
  case done
  /// Not before then.
  case later(Date)
}

/// Makes the deliveries of one batch.
///
/// A delivery is claimed in its item before it is sent, and what became of it is recorded after. Killed
/// between the two, nobody knows whether it was sent: whoever finds the claim when its lease is over marks
/// the delivery `unknown` and asks Twilio, and only what Twilio has not got is sent again.
struct Courier: Sendable {
  let alert: Alert
  let batch: DeliveryBatch
  let services: WorkerServices
  let sender: PhoneNumber
  let watch: CancellationWatch
  let transitions: Transitions

  /// Makes one delivery, or says when it can be; `turn` is the moment from which it may be sent.
  func deliver(to recipient: Recipient, turn: Date) async throws -> Verdict {
    let key = Delivery.Key(
      alertID: alert.id, recipientID: recipient.id, channel: alert.draft.deliveryMethod)
    var isWanted = alert.draft.reaches(recipient)
    if isWanted { isWanted = try await !watch.alertIsCancelled() }
    var found: StoredDelivery?
    if !isWanted || batch.isReconciled {
      found = try await services.deliveries.stored(key)
    }
    if found == nil {
      if !isWanted { return try await leaveOut(key, recipient) }
      // A claim of a cell that was lost may have got lost with it.
      let claim = claim(key, recipient, as: batch.isReconciled ? .unknown : .claimed)
      if let mine = try await services.deliveries.add(claim) {
        if batch.isReconciled { return try await settle(mine, recipient, turn) }
        return try await send(mine, to: recipient, turn)
      }
      found = try await services.deliveries.stored(key)
    }
    guard let found else { return .later(services.now()) }
    return try await goOn(with: found, recipient, turn)
  }

  /// Goes on where somebody else stopped.
  private func goOn(
    with found: StoredDelivery, _ recipient: Recipient, _ turn: Date
  ) async throws -> Verdict {
    let now = services.now()
    let delivery = found.delivery
    let end = delivery.claimedUntil ?? delivery.updatedAt + services.limits.lease
    switch delivery.status {
    case .sent, .delivered, .failed, .cancelled:
      // Whoever recorded it may not have come to publish it.
      if batch.attempts > 1 { try await transitions.add(delivery) }
      return .done
    case .claimed where now < end, .unknown where now < end: return .later(end)
    case .claimed:
      guard let unknown = try await change(found, to: .unknown) else { return .later(now) }
      return try await settle(unknown, recipient, turn)
    case .unknown: return try await settle(found, recipient, turn)
    case .pending:
      guard try await isStillWanted(recipient) else { return try await takeBack(found) }
      guard let mine = try await reclaim(found) else { return .later(now) }
      return try await send(mine, to: recipient, turn)
    }
  }

  /// Asks Twilio for a delivery that may have been sent; sends it where Twilio doesn't know of it.
  private func settle(
    _ unknown: StoredDelivery, _ recipient: Recipient, _ turn: Date
  ) async throws -> Verdict {
    let records = Settlement(courier: self)
    if let record = try await records.record(of: unknown.delivery) {
      let now = services.now()
      let status = record.deliveryStatus(of: unknown.delivery.key.channel)
      let settled = try await change(unknown, to: status) { delivery in
        delivery.twilioSID = record.sid
        delivery.errorCode = record.errorCode
        if status != .failed { delivery.sentAt = record.createdAt }
        if status == .delivered { delivery.deliveredAt = now }
      }
      guard settled != nil else { return .later(now) }
      count(status)
      return .done
    }
    guard try await isStillWanted(recipient) else { return try await takeBack(unknown) }
    guard let mine = try await reclaim(unknown) else { return .later(services.now()) }
    return try await send(mine, to: recipient, turn)
  }

  /// Sends what this worker has claimed.
  private func send(
    _ claimed: StoredDelivery, to recipient: Recipient, _ turn: Date
  ) async throws -> Verdict {
    if claimed.isNew { try await transitions.add(claimed.delivery) }
    try await services.sleep(until: turn)
    guard let claimed = try await keep(claimed) else { return .later(services.now()) }
    if services.stop.isStopping { return try await release(claimed, until: services.now()) }
    if try await watch.alertIsCancelled() { return try await takeBack(claimed) }
    let number = claimed.delivery.phoneNumber
    let message = OutgoingMessage(
      channel: claimed.delivery.key.channel, to: number, text: alert.draft.words,
      statusCallback: services.callbackURL(of: claimed.delivery.key))
    switch try await services.send(message) {
    case .accepted(let sid):
      let now = services.now()
      try await record(claimed) { delivery in
        delivery.status = .sent
        delivery.twilioSID = sid
        delivery.sentAt = now
        delivery.updatedAt = now
      }
      count(.sent)
      return .done
    case .refusedFinally(let code, let reason):
      log(.notice, "Twilio refuses it: \(reason)", claimed.delivery, code)
      let now = services.now()
      try await record(claimed) { delivery in
        delivery.status = .failed
        delivery.errorCode = code
        delivery.updatedAt = now
      }
      if code == TwilioErrors.optedOut {
        _ = try await services.recipients.setOptedOut(true, number: number, at: now)
      }
      count(.failed)
      return .done
    case .refusedForNow(let delay, let code, let reason):
      log(.warning, "Twilio refuses it for now: \(reason)", claimed.delivery, code)
      let wait = delay.map(\.timeInterval) ?? WorkerLimits.backOff(after: batch.attempts)
      return try await release(claimed, until: services.now() + wait)
    case .credentialsRefused:
      log(.error, "Twilio refuses the credentials", claimed.delivery, nil)
      return try await release(claimed, until: services.now() + services.limits.lease)
    case .unknown(let reason):
      log(.warning, "it is not known whether it was sent: \(reason)", claimed.delivery, nil)
      let end = claimed.delivery.claimedUntil ?? services.now() + services.limits.lease
      _ = try await change(claimed, to: .unknown)
      return .later(end)
    }
  }
}
