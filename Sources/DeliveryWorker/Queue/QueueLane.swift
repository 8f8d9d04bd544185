import AlertStores
import Alerts
import CellContract
import CellPrimitives
import Foundation
import Logging
import ServiceLifecycle
import ServiceRuntime

/// Receives messages, one at a time, and does what they ask for.
struct QueueLane: Sendable {
  let work: any QueueConsumer
  /// What the contract says of the queue, and of how long a message is held.
  let declared: ConsumeAccess
  let fanOut: any QueueSender
  let deadLetters: DeadLetters
  let batchWork: BatchWork
  let services: WorkerServices

  /// Works until it is told to stop.
  func run() async {
    var failures = 0
    while !services.stop.isStopping, !Task.isCancelled {
      do {
        let messages = try await cancelWhenGracefulShutdown {
          try await work.receive(maximum: 1, wait: .seconds(20))
        }
        for message in messages { try await handle(message) }
        failures = 0
      } catch {
        if services.stop.isStopping || error is CancellationError { return }
        failures += 1
        services.logger.error("the queue can't be worked on: \(error)")
        await services.stop.pause(.seconds(WorkerLimits.backOff(after: failures)))
      }
    }
  }

  /// Does what a message asks for, and settles it.
  func handle(_ message: QueueMessage) async throws {
    let began = ContinuousClock.now
    defer {
      services.metrics.record(.messagesProcessed, 1)
      services.metrics.record(
        .processingDuration, began.duration(to: .now).timeInterval * 1000)
    }
    guard let content = WorkMessage(message.text) else {
      try await putAside(message, message.text, because: "it is none of the messages known here")
      return
    }
    // SQS would put it aside the next time, and would not say why; so it gets a new message.
    if message.receiveCount >= declared.queue.maximumReceives {
      try await tryAgain(content, message, because: "\(message.receiveCount) workers were ended")
      return
    }
    do {
      try await hiding(message) { try await act(on: content.content) }
    } catch {
      services.logger.error("a message was not worked on: \(error)")
      try await tryAgain(content, message, because: "\(error)")
      return
    }
    try await work.delete(message)
  }

  private func act(on content: WorkMessage.Content) async throws {
    switch content {
    case .event(let event):
      switch event.change {
      case .created, .updated: try await plan(event.alertID)
      // What is left of its batches is ended as their turn comes.
      case .cancelled: break
      }
    case .due: try await deliver()
    case .retried(let alert, let batch):
      _ = try await services.batches.giveBack(batch, of: alert, at: services.now())
      try await deliver()
    }
  }

  /// Divides an alert into batches, and asks for a worker for each.
  func plan(_ id: AlertID) async throws {
    while true {
      let outcome = try await services.plans.addPage(of: id, at: services.now())
      switch outcome {
      case .unknownAlert: throw UnknownAlert(id: id)
      case .nothing: return
      case .added(let count), .ended(let count):
        let text = WorkMessage.Content.dueText(id)
        try await fanOut.send(Array(repeating: text, count: count), delay: .zero)
        if case .ended = outcome { return }
      }
      // The rest is planned when the message comes again.
      if services.stop.isStopping { throw Stopping() }
    }
  }

  /// Works on one batch; where the sender's tokens are spent, waits for them.
  private func deliver() async throws {
    while case .notBefore(let moment) = try await batchWork.next() {
      if services.stop.isStopping { return }
      let wait = max(0.05, moment.timeIntervalSince(services.now()))
      await services.stop.pause(.seconds(min(wait, services.limits.interval)))
    }
  }

  /// Keeps a message hidden from other workers for as long as `body` takes.
  func hiding(
    _ message: QueueMessage, _ body: @escaping @Sendable () async throws -> Void
  ) async throws {
    let timeout = declared.queue.visibilityTimeout.seconds
    try await withThrowingTaskGroup(of: Bool.self) { group in
      group.addTask {
        try await body()
        return true
      }
      group.addTask {
        while !Task.isCancelled {
          // Cancellation ends the pause; there is nothing else that it could throw.
          try? await Task.sleep(for: .seconds(declared.handling.seconds))
          if Task.isCancelled { break }
          do {
            try await work.hide(message, for: .seconds(timeout))
          } catch {
            services.logger.warning("a message was not hidden for longer: \(error)")
          }
        }
        return false
      }
      while let isDone = try await group.next(), !isDone {}
      group.cancelAll()
    }
  }

  /// Sends a message once more, later each time, or puts it aside after too many attempts.
  private func tryAgain(
    _ content: WorkMessage, _ message: QueueMessage, because reason: String
  ) async throws {
    let attempts = content.attempts + 1
    if attempts >= services.limits.attempts {
      try await putAside(
        message, content.original, because: "\(attempts) attempts failed, the last one: \(reason)")
      return
    }
    let delay = WorkerLimits.backOff(after: attempts)
    try await fanOut.send(content.afterAttempt, delay: .seconds(delay))
    try await work.delete(message)
  }

  private func putAside(
    _ message: QueueMessage, _ text: String, because reason: String
  ) async throws {
    try await deadLetters.add(text, because: reason)
    try await work.delete(message)
  }
}

/// The worker ends before a message is done with.
struct Stopping: Error, CustomStringConvertible {
  var description: String { "the worker ends" }
}
