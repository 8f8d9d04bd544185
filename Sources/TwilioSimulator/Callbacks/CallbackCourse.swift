import Alerts
import FormText
import Twilio

/// What happens to a message or call after it was taken, step by step.
struct CallbackCourse: Sendable {
  /// A step that may be told.
  struct Step: Sendable, Hashable {
    /// What a callback says: `initiated`.
    let status: String
    /// What the resource says then: `queued`.
    let resourceStatus: String
    /// The event that has to be asked for, where one has to.
    let event: String?
    var errorCode: Int?

    /// Whether the message has left, or the call is dialled.
    var hasStarted: Bool { resourceStatus != "queued" }

    static let queued = Step(status: "queued", resourceStatus: "queued", event: nil)
    static let sent = Step(status: "sent", resourceStatus: "sent", event: nil)
    static let delivered = Step(status: "delivered", resourceStatus: "delivered", event: nil)
    static func undelivered(_ code: Int) -> Step {
      Step(status: "undelivered", resourceStatus: "undelivered", event: nil, errorCode: code)
    }
    static func failed(_ code: Int) -> Step {
      Step(status: "failed", resourceStatus: "failed", event: nil, errorCode: code)
    }
    static let initiated = Step(status: "initiated", resourceStatus: "queued", event: "initiated")
    static let ringing = Step(status: "ringing", resourceStatus: "ringing", event: "ringing")
    static let answered = Step(
      status: "in-progress", resourceStatus: "in-progress", event: "answered")
    static func callEnd(_ status: String) -> Step {
      Step(status: status, resourceStatus: status, event: "completed")
    }
  }

  let steps: [Step]

  /// The course of what goes to a number.
  /// Sources: Twilio, "Track the Message Status of Outbound Messages"; "Calls resource",
  /// `StatusCallbackEvent`; 2026-11.
  init(of channel: Channel, to number: PhoneNumber) {
    let end = MagicNumber(number)?.end(of: channel)
    switch (channel, end) {
    case (.sms, nil): steps = [.queued, .sent, .delivered]
    case (.sms, let end?) where end.status == "failed": steps = [.queued, end]
    case (.sms, let end?): steps = [.queued, .sent, end]
    case (.voice, nil): steps = [.initiated, .ringing, .answered, .callEnd("completed")]
    case (.voice, let end?): steps = [.initiated, .ringing, end]
    }
  }

  /// The form that tells a step.
  static func form(
    of step: Step, number: Int, of record: SentRecord, account: String
  ) -> [FormField] {
    let accepted = record.accepted
    var form: [FormField] = [
      (name: "AccountSid", value: account), (name: "ApiVersion", value: "2010-04-01"),
      (name: "From", value: record.from.e164), (name: "To", value: accepted.to.e164),
    ]
    switch accepted.channel {
    case .sms:
      form += [
        (name: "MessageSid", value: accepted.sid), (name: "MessageStatus", value: step.status),
        (name: "SmsSid", value: accepted.sid), (name: "SmsStatus", value: step.status),
      ]
      if let code = step.errorCode { form.append((name: "ErrorCode", value: "\(code)")) }
    case .voice:
      form += [
        (name: "CallSid", value: accepted.sid), (name: "CallStatus", value: step.status),
        (name: "Called", value: accepted.to.e164), (name: "Caller", value: record.from.e164),
        (name: "CallbackSource", value: "call-progress-events"),
        (name: "Direction", value: "outbound-api"), (name: "SequenceNumber", value: "\(number)"),
        (name: "Timestamp", value: TwilioDate.text(of: record.updatedAt)),
      ]
      if step.event == "completed" {
        let duration = step.status == "completed" ? 1 : 0
        form.append((name: "CallDuration", value: "\(duration)"))
      }
    }
    return form
  }
}
