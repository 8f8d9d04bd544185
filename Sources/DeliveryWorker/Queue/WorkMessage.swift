import Alerts
import JSONText

/// A message of the queue that workers read.
struct WorkMessage: Sendable, Hashable {
  /// What it asks for.
  enum Content: Sendable, Hashable {
    /// An alert was made, changed, or taken back.
    case event(AlertEvent)
    /// A batch of an alert is due: so many messages as batches, so that so many workers come. Which batch
    /// is made for it the database says.
    case due(AlertID)
    /// A batch that was put aside is to be tried again.
    case retried(AlertID, batch: Int)
  }

  /// What it asks for.
  let content: Content
  /// How many workers began with it before and did not come to an end.
  let attempts: Int
  /// The text without the attempts.
  let original: String

  /// Reads a message; nil for what isn't one.
  init?(_ text: String) {
    guard let object = try? JSONValue(reading: text.utf8) else { return nil }
    if let original = object["message"]?.text, case .integer(let attempts)? = object["attempts"] {
      guard let content = Content(original) else { return nil }
      self.content = content
      self.attempts = Int(clamping: attempts)
      self.original = original
    } else {
      guard let content = Content(text) else { return nil }
      self.content = content
      attempts = 0
      original = text
    }
  }

  /// The message once more, after another attempt.
  var afterAttempt: String {
    let object: JSONValue = [
      "attempts": .integer(Int64(attempts + 1)), "message": .string(original),
    ]
    return object.json
  }
}

extension WorkMessage.Content {
  private static let dueType = "deliveries.due"
  private static let retriedType = "deliveries.retried"

  /// Its text, for what workers send to each other.
  static func dueText(_ alert: AlertID) -> String {
    let object: JSONValue = ["type": .string(dueType), "alert_id": .string(alert.text)]
    return object.json
  }

  /// What a person sends who gives a batch back.
  static func retriedText(_ alert: AlertID, batch: Int) -> String {
    let object: JSONValue = [
      "type": .string(retriedType), "alert_id": .string(alert.text),
      "batch": .integer(Int64(batch)),
    ]
    return object.json
  }

  fileprivate init?(_ text: String) {
    if let event = AlertEvent(message: text) {
      self = .event(event)
      return
    }
    guard let object = try? JSONValue(reading: text.utf8), let type = object["type"]?.text,
      let alert = object["alert_id"]?.text.flatMap(AlertID.init)
    else { return nil }
    switch (type, object["batch"]) {
    case (Self.dueType, nil): self = .due(alert)
    case (Self.retriedType, .integer(let batch)?):
      self = .retried(alert, batch: Int(clamping: batch))
    default: return nil
    }
  }
}
