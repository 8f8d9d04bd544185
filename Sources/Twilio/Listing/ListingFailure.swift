/// Why Twilio's list can't be read whole.
public enum ListingFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The account or its token is not what Twilio knows.
  case credentialsRefused
  /// Twilio refused for another reason; `retryAfter` where it says when to come again.
  case refused(status: Int, code: Int?, retryAfter: Duration?)
  /// There was no answer.
  case unanswered(String)
  /// What came is no list: what is wrong with it.
  case unreadable(String)

  /// What is wrong.
  public var description: String {
    switch self {
    case .credentialsRefused: "Twilio refuses the credentials"
    case .refused(let status, let code, _):
      "Twilio answers HTTP \(status)\(code.map { ", error \($0)" } ?? "")"
    case .unanswered(let why): "no answer of Twilio: \(why)"
    case .unreadable(let why): "Twilio's list can't be read: \(why)"
    }
  }
}
