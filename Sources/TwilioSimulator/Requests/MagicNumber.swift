import Alerts

/// Numbers whose messages and calls end badly, so that what follows can be tried out.
///
/// The first are Twilio's own, which its test credentials refuse; those from `+15005550110` on are ours:
/// they are taken, and fail afterwards. No subscriber has any of them.
/// Source: Twilio, "Test Credentials", "Magic Input", 2026-11.
enum MagicNumber: String, Sendable, CaseIterable {
  /// No valid number: 21211, and 21217 for a call.
  case invalid = "+15005550001"
  /// No way leads there: 21612, and 21214 for a call.
  case unroutable = "+15005550002"
  /// The country is not allowed: 21408, and 21215 for a call.
  case forbiddenCountry = "+15005550003"
  /// Opted out: 21610, and 21216 for a call.
  case blocked = "+15005550004"
  /// Takes no text messages: 21614; a call is taken.
  case noTexts = "+15005550009"
  /// Undelivered with 30003; `no-answer` for a call.
  case unreachable = "+15005550110"
  /// Undelivered with 30005; `busy` for a call.
  case unknownHandset = "+15005550111"
  /// Failed with 30008; `failed` for a call.
  case failing = "+15005550112"

  init?(_ number: PhoneNumber) { self.init(rawValue: number.e164) }

  /// How Twilio refuses a send to it.
  func refusal(of channel: Channel) -> Refusal? {
    switch (self, channel) {
    case (.invalid, .sms): .toInvalid(rawValue)
    case (.invalid, .voice): .callToInvalid(rawValue)
    case (.unroutable, .sms): Refusal(21612, "The 'To' phone number is not reachable via SMS")
    case (.unroutable, .voice): Refusal(21214, "'To' phone number cannot be reached")
    case (.forbiddenCountry, .sms):
      Refusal(21408, "Permission to send an SMS has not been enabled for this region")
    case (.forbiddenCountry, .voice): Refusal(21215, "Account not authorized to call this number")
    case (.blocked, .sms): .optedOut
    case (.blocked, .voice): Refusal(21216, "Account not allowed to call this number")
    case (.noTexts, .sms): Refusal(21614, "'To' number is not a valid mobile number")
    case (.noTexts, .voice), (.unreachable, _), (.unknownHandset, _), (.failing, _): nil
    }
  }

  /// The last step of a send to it; nil where all goes well.
  func end(of channel: Channel) -> CallbackCourse.Step? {
    switch (self, channel) {
    case (.unreachable, .sms): .undelivered(30003)
    case (.unknownHandset, .sms): .undelivered(30005)
    case (.failing, .sms): .failed(30008)
    case (.unreachable, .voice): .callEnd("no-answer")
    case (.unknownHandset, .voice): .callEnd("busy")
    case (.failing, .voice): .callEnd("failed")
    case (.invalid, _), (.unroutable, _), (.forbiddenCountry, _), (.blocked, _), (.noTexts, _): nil
    }
  }
}
