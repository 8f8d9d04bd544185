public import Alerts
import FormText

/// What is to be sent to whom, and how.
public struct OutgoingMessage: Sendable, Hashable {
  /// As a text message or as a call.
  public var channel: Channel
  /// To whom.
  public var to: PhoneNumber
  /// What is written, or read out.
  public var text: String
  /// The URL that Twilio tells what became of it.
  public var statusCallback: String

  /// States a message.
  public init(channel: Channel, to: PhoneNumber, text: String, statusCallback: String) {
    self.channel = channel
    self.to = to
    self.text = text
    self.statusCallback = statusCallback
  }

  /// The form that Twilio takes.
  ///
  /// A call's callback comes for `completed` alone unless others are asked for; `completed` stands for
  /// every end of a call, `busy` and `no-answer` among them.
  /// Sources: Twilio, "Messages resource", "Create a Message"; "Calls resource", "Create a Call",
  /// `StatusCallbackEvent`; 2026-11.
  func form(from sender: PhoneNumber) -> [FormField] {
    let start: [FormField] = [(name: "To", value: to.e164), (name: "From", value: sender.e164)]
    let callback: FormField = (name: "StatusCallback", value: statusCallback)
    switch channel {
    case .sms: return start + [(name: "Body", value: text), callback]
    case .voice:
      let events = ["initiated", "answered", "completed"].map {
        FormField(name: "StatusCallbackEvent", value: $0)
      }
      return start + [(name: "Twiml", value: TwiML.saying(text)), callback] + events
    }
  }
}

/// Numbers and texts are not shown.
extension OutgoingMessage: CustomStringConvertible, CustomReflectable {
  /// The channel, and the last two digits of the number.
  public var description: String { "\(channel.rawValue) to \(to)" }
  /// The description alone.
  public var customMirror: Mirror { Mirror(self, children: ["message": description]) }
}
