import Alerts
import Logging
import ServiceRuntime

/// Puts aside what can't be done, with the reason, and says so in the log.
struct DeadLetters: Sendable {
  let queue: DeadLetterQueue
  let logger: Logger

  /// Puts a message aside.
  func add(_ text: String, because reason: String) async throws {
    logger.error("a message is put aside: \(reason)")
    try await queue.add(text, because: reason)
  }

  /// Puts a batch aside that workers have not come to an end with.
  func add(_ batch: DeliveryBatch) async throws {
    try await add(
      WorkMessage.Content.retriedText(batch.alertID, batch: batch.number),
      because: """
        \(batch.attempts - 1) workers began with batch \(batch.number) of \(batch.alertID) and did \
        not come to an end; the log says why
        """)
  }
}
