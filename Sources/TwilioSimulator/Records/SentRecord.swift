import Alerts
import Foundation

/// A message or call as a simulated Twilio keeps it.
struct SentRecord: Sendable {
  let accepted: Accepted
  let from: PhoneNumber
  let statusCallback: String?
  /// What of a call is told.
  let events: Set<String>
  var status: String
  var errorCode: Int?
  /// When the message left, or the call was dialled.
  var startedAt: Date?
  var updatedAt: Date
}
