public import Foundation
import JSONText
import Timestamps

/// A change of an alert, as it is published on the topic of alert events.
public struct AlertEvent: Sendable, Hashable {
  /// What changed.
  public enum Change: String, Sendable, Hashable, CaseIterable {
    case created = "alert.created"
    case updated = "alert.updated"
    case cancelled = "alert.cancelled"
  }

  /// Drawn once; a message that is published again carries the same one.
  public let id: EventID
  /// What happened.
  public let change: Change
  /// To which alert.
  public let alertID: AlertID
  /// Of the alert.
  public let priority: AlertPriority
  /// The cell whose topic carries it.
  public let homeCell: String
  /// When it happened.
  public let createdAt: Date

  /// All of its parts.
  public init(
    id: EventID, change: Change, alertID: AlertID, priority: AlertPriority, homeCell: String,
    createdAt: Date
  ) {
    self.id = id
    self.change = change
    self.alertID = alertID
    self.priority = priority
    self.homeCell = homeCell
    self.createdAt = createdAt
  }

  /// The message: JSON, readable by whoever subscribes; no phone number and no text of the alert.
  public var message: String {
    let object: JSONValue = [
      "event_id": .string(id.text), "type": .string(change.rawValue),
      "alert_id": .string(alertID.text), "priority": .string(priority.rawValue),
      "cell": .string(homeCell), "created_at": .string(Timestamp.text(of: createdAt)),
    ]
    return object.json
  }

  /// Reads a message; nil for what isn't one of ours.
  public init?(message: String) {
    guard let object = try? JSONValue(reading: message.utf8),
      let id = object["event_id"]?.text.flatMap(EventID.init),
      let change = object["type"]?.text.flatMap(Change.init(rawValue:)),
      let alertID = object["alert_id"]?.text.flatMap(AlertID.init),
      let priority = object["priority"]?.text.flatMap(AlertPriority.init(rawValue:)),
      let homeCell = object["cell"]?.text,
      let createdAt = object["created_at"]?.text.flatMap(Timestamp.moment(of:))
    else { return nil }
    self.init(
      id: id, change: change, alertID: alertID, priority: priority, homeCell: homeCell,
      createdAt: createdAt)
  }
}
