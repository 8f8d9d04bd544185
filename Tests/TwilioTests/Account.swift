import Alerts
import Testing
import Twilio

/// What the tests send with, from and to.
enum Account {
  static let sid = "AC0123456789abcdef0123456789abcdef"
  static let messageSID = "SM0123456789abcdef0123456789abcdef"
  static let callSID = "CA0123456789abcdef0123456789abcdef"

  static func credentials() throws -> TwilioCredentials {
    TwilioCredentials(
      accountSID: sid, authToken: "0123456789abcdef0123456789abcdef",
      sender: try number("+15005550006"))
  }

  static func number(_ text: String = "+14155550123") throws -> PhoneNumber {
    try #require(PhoneNumber(text))
  }

  static func message(_ channel: Channel = .sms, _ text: String = "Hello") throws
    -> OutgoingMessage
  {
    OutgoingMessage(
      channel: channel, to: try number(), text: text,
      statusCallback: "https://api.example.com/v1/callbacks/twilio/status?delivery=a.b.sms")
  }
}

/// Answers with what it was given, and keeps what it was sent.
actor ScriptedTransport: TwilioTransport {
  private var answers: [TwilioResponse]
  private(set) var requests: [TwilioRequest] = []

  init(_ answers: TwilioResponse...) { self.answers = answers }

  func send(_ request: TwilioRequest) async throws(TwilioTransportFailure) -> TwilioResponse {
    requests.append(request)
    guard !answers.isEmpty else { throw .maybeSent("no answer is left") }
    return answers.removeFirst()
  }
}

extension TwilioResponse {
  init(_ status: Int, _ body: String, retryAfter: String? = nil) {
    self.init(status: status, retryAfter: retryAfter, body: Array(body.utf8))
  }
}
