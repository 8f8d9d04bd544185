import Alerts
import JSONText

extension SendOutcome {
  /// What an answer to a send means. No text of Twilio's is passed on: it quotes the number.
  init(_ response: TwilioResponse, channel: Channel) {
    let answer = try? JSONValue(reading: response.body)
    let code = answer?["code"]?.integer
    switch response.status {
    case 200..<300:
      guard let sid = answer?["sid"]?.text, TwilioSID.isValid(sid, of: channel) else {
        self = .unknown("HTTP \(response.status) without the name of what was made")
        return
      }
      self = .accepted(sid: sid)
    case 401: self = .credentialsRefused
    case 408: self = .unknown("HTTP 408")
    case 429:
      self = .refusedForNow(
        retryAfter: response.retryAfter.flatMap(Self.seconds), code: code,
        message: "HTTP 429: too many requests")
    case 400..<500:
      guard let code else {
        self = .refusedForNow(
          retryAfter: nil, code: nil,
          message: "HTTP \(response.status) without a code of Twilio's")
        return
      }
      let known = TwilioErrors[code]
      let message = known?.meaning ?? "HTTP \(response.status), error \(code) of Twilio"
      switch known?.verdict {
      case .final?, nil: self = .refusedFinally(code: code, message: message)
      case .forNow?: self = .refusedForNow(retryAfter: nil, code: code, message: message)
      case .credentials?: self = .credentialsRefused
      }
    default: self = .unknown("HTTP \(response.status)")
    }
  }

  /// `Retry-After` in seconds, as Twilio writes it; at most a day.
  private static func seconds(_ text: String) -> Duration? {
    guard let seconds = Int(text), (0...86_400).contains(seconds) else { return nil }
    return .seconds(seconds)
  }
}

extension JSONValue {
  /// A whole number.
  var integer: Int? {
    guard case .integer(let value) = self else { return nil }
    return Int(value)
  }
}
