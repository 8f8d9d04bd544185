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

  /// Takes up again what SQS put aside by itself because it was received too often: that counts as an
  /// attempt, and says nothing of the message. A worker that was killed, or an answer of SQS that got
  /// lost, is such a receipt. What has a reason stays for people.
  func takeUp(to sender: any QueueSender) async throws {
    for letter in try await queue.receive(wait: .zero) {
      if letter.reason == nil, let message = WorkMessage(letter.text) {
        logger.notice("a message that SQS put aside is tried again")
        try await sender.send(message.afterAttempt)
        try await queue.remove(letter)
      } else {
        try await queue.show(letter)
      }
    }
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
