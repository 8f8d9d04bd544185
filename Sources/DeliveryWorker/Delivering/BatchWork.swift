import AlertStores
import Alerts
import CellContract
import Foundation
import Logging

/// What a look for work came to.
enum Turn: Sendable, Hashable {
  /// A batch was worked on.
  case worked
  /// Nothing is due.
  case nothing
  /// The sender's tokens are spent until then.
  case notBefore(Date)
}

/// Takes one batch and makes its deliveries.
struct BatchWork: Sendable {
  let services: WorkerServices
  let deadLetters: DeadLetters

  /// How far ahead tokens of the sender are drawn.
  private static let lookAhead: TimeInterval = 2

  /// Works on the batch that is next, if one is due.
  func next() async throws -> Turn {
    let now = services.now()
    guard
      let batch = try await services.batches.claim(at: now, until: now + services.limits.lease)
    else { return .nothing }
    if batch.attempts > services.limits.attempts {
      try await deadLetters.add(batch)
      try await services.batches.setAside(batch, at: now)
      return .worked
    }
    do {
      return try await work(on: batch)
    } catch {
      // What was sent is recorded in its own item; the rest is tried again.
      try await services.batches.postpone(
        batch, until: services.now() + WorkerLimits.backOff(after: batch.attempts), failed: true)
      throw error
    }
  }

  private func work(on batch: DeliveryBatch) async throws -> Turn {
    guard let alert = try await services.alerts.alert(batch.alertID) else {
      throw UnknownAlert(id: batch.alertID)
    }
    let recipients = try await services.recipients.recipients(batch.recipients)
    let credentials = try await services.account.credentials()
    let rate = credentials.rates[alert.draft.deliveryMethod]
    var start = services.now()
    if alert.status != .cancelled {
      let drawn = try await services.pace.draw(
        recipients.count, of: "\(credentials.sender.e164) \(alert.draft.deliveryMethod.rawValue)",
        rate: rate, at: start, latest: start + Self.lookAhead)
      start = drawn.start
      guard drawn.isDrawn else {
        try await services.batches.postpone(batch, until: start)
        return .notBefore(start)
      }
    }
    let transitions = Transitions(to: services.status)
    let courier = Courier(
      alert: alert, batch: batch, services: services, sender: credentials.sender,
      watch: CancellationWatch(alert, in: services.alerts), transitions: transitions)
    let verdicts = try await keeping(batch) { [start] in
      try await make(recipients, by: courier, from: start, every: 1 / rate)
    }
    try await transitions.flush()
    let later = verdicts.compactMap { verdict -> Date? in
      if case .later(let moment) = verdict { moment } else { nil }
    }
    if let moment = later.max() {
      try await services.batches.postpone(batch, until: moment)
    } else {
      try await services.batches.end(batch, at: services.now())
    }
    return .worked
  }

  /// All deliveries at once, each at its turn. One that fails doesn't stop the others.
  private func make(
    _ recipients: [Recipient], by courier: Courier, from start: Date, every interval: TimeInterval
  ) async throws -> [Verdict] {
    try await withThrowingTaskGroup(of: Result<Verdict, any Error>.self) { group in
      for (place, recipient) in recipients.enumerated() {
        let turn = start + Double(place) * interval
        group.addTask {
          do {
            return .success(try await courier.deliver(to: recipient, turn: turn))
          } catch {
            return .failure(error)
          }
        }
      }
      var results: [Result<Verdict, any Error>] = []
      for try await result in group { results.append(result) }
      return try results.map { try $0.get() }
    }
  }

  /// Keeps the claim of a batch for as long as `body` takes.
  private func keeping<Result: Sendable>(
    _ batch: DeliveryBatch, _ body: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    try await withThrowingTaskGroup(of: Result?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        while !Task.isCancelled {
          // Cancellation ends the pause; there is nothing else that it could throw.
          try? await Task.sleep(for: .seconds(services.limits.lease / 3))
          if Task.isCancelled { break }
          do {
            _ = try await services.batches.extend(
              batch, until: services.now() + services.limits.lease)
          } catch {
            services.logger.warning("the claim of a batch was not extended: \(error)")
          }
        }
        return nil
      }
      for try await result in group {
        guard let result else { continue }
        group.cancelAll()
        return result
      }
      throw CancellationError()
    }
  }
}

/// The database doesn't have an alert that it should have.
struct UnknownAlert: Error, CustomStringConvertible {
  let id: AlertID
  var description: String { "there is no alert \(id), or this copy of the database lags behind" }
}
