/// A number that Twilio gives to what goes wrong, in answers (`code`) and in what it tells later of a
/// message or call (`error_code`, `ErrorCode`).
public struct TwilioError: Sendable, Hashable {
  /// What to do about it.
  public enum Verdict: Sendable, Hashable {
    /// The same would go wrong again.
    case final
    /// It may go well later.
    case forNow
    /// It may go well with other credentials.
    case credentials
  }

  /// Twilio's number: 21211.
  public let code: Int
  /// What to do about it.
  public let verdict: Verdict
  /// What it means, in words without anybody's number.
  public let meaning: String
  /// Where that stands.
  public var source: String { "https://www.twilio.com/docs/api/errors/\(code), 2026-11" }

  init(_ code: Int, _ verdict: Verdict, _ meaning: String) {
    self.code = code
    self.verdict = verdict
    self.meaning = meaning
  }
}
