import Alerts
import FormText
import Foundation
import Twilio

/// What Twilio tells of a message or a call, as far as it says something new.
struct TwilioNews: Sendable, Hashable {
  let status: DeliveryStatus
  let sid: String
  let errorCode: Int?

  /// Reads a callback; nil where it speaks of nothing that is known here. Whatever is on its way has been
  /// accepted: that settles what nobody knew.
  ///
  /// Source: Twilio, "Outbound Message Status in Status Callbacks"; "Call resource", "StatusCallback";
  /// 2026-11.
  init?(_ form: [FormField]) {
    let channel: Channel = form.first("CallSid") == nil ? .sms : .voice
    let (sid, word) =
      switch channel {
      case .sms: (form.first("MessageSid"), form.first("MessageStatus"))
      case .voice: (form.first("CallSid"), form.first("CallStatus"))
      }
    guard let sid, let status = word.flatMap({ TwilioStatus($0, of: channel) }) else { return nil }
    self.status = status.delivery ?? .sent
    self.sid = sid
    errorCode = form.first("ErrorCode").flatMap(Int.init)
  }
}

extension Delivery {
  /// Takes what the news say; whether it is news is decided by who keeps the delivery.
  mutating func take(_ news: TwilioNews, at now: Date) {
    status = news.status
    twilioSID = news.sid
    errorCode = news.errorCode
    updatedAt = now
    switch news.status {
    case .sent: sentAt = sentAt ?? now
    case .delivered:
      sentAt = sentAt ?? now
      deliveredAt = now
    case .pending, .claimed, .unknown, .failed, .cancelled: break
    }
  }
}

/// What a recipient asks for.
enum OptOutWish: String, Sendable, Hashable {
  case stop = "STOP"
  case start = "START"

  /// Reads a message that came in; nil for one that asks for neither. Twilio's own verdict,
  /// `OptOutType`, counts where it is given.
  ///
  /// Source: Twilio, "Twilio Support for Opt-out Keywords (SMS STOP Filtering)", 2026-11.
  init?(_ form: [FormField]) {
    if let verdict = form.first("OptOutType") {
      self.init(rawValue: verdict.uppercased())
      return
    }
    let word = (form.first("Body") ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
      .uppercased()
    switch word {
    case "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT": self = .stop
    case "START", "YES", "UNSTOP": self = .start
    default: return nil
    }
  }
}
