/// What we know of Twilio's errors: those that a message or call of ours can meet.
///
/// Each is in Twilio's error dictionary, https://www.twilio.com/docs/api/errors, under its number.
/// Source: Twilio, "Error and Warning Dictionary", 2026-11; the verdicts are ours.
public enum TwilioErrors {
  /// Every error, by number.
  public static let all: [TwilioError] =
    (account + requests + deliveries + calls).sorted { $0.code < $1.code }

  /// What we know of a number.
  public static subscript(code: Int) -> TwilioError? { byCode[code] }

  /// The recipient has answered STOP.
  public static let optedOut = 21610

  private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// About the account, whatever it asks for. Those that a person has to mend are for now: the message
  /// is as good as any.
  private static let account = [
    TwilioError(10001, .forNow, "the account is not active"),
    TwilioError(10004, .forNow, "too many calls of the account at once"),
    TwilioError(20001, .final, "a parameter is not what Twilio takes"),
    TwilioError(20003, .credentials, "the account or its token is refused"),
    TwilioError(20005, .forNow, "the account is not active"),
    TwilioError(20403, .forNow, "the account may not do that"),
    TwilioError(20404, .credentials, "there is no such account or resource"),
    TwilioError(20429, .forNow, "too many requests at once"),
    TwilioError(20500, .forNow, "an error within Twilio"),
    TwilioError(20503, .forNow, "Twilio is not available"),
  ]

  /// Answers to a request that makes a message or call.
  private static let requests = [
    TwilioError(14107, .forNow, "too many messages between the two numbers in a short time"),
    TwilioError(21201, .final, "a call without a number to call"),
    TwilioError(21205, .final, "a URL or TwiML of the call is missing or no URL"),
    TwilioError(21210, .final, "the sender is neither the account's nor verified"),
    TwilioError(21211, .final, "the recipient's number is no valid number"),
    TwilioError(21212, .final, "the sender's number is no valid number"),
    TwilioError(21213, .final, "a call without a number that calls"),
    TwilioError(21214, .final, "the recipient's number can't be reached"),
    TwilioError(21215, .final, "calls to the recipient's country are not allowed"),
    TwilioError(21216, .final, "the account may not call the recipient's number"),
    TwilioError(21217, .final, "the recipient's number does not appear to be valid"),
    TwilioError(21219, .final, "a trial account calls verified numbers alone"),
    TwilioError(21408, .final, "messages to the recipient's country are not allowed"),
    TwilioError(21601, .final, "the sender's number is not the account's"),
    TwilioError(21602, .final, "a message without a text"),
    TwilioError(21603, .final, "a message without a sender"),
    TwilioError(21604, .final, "a message without a recipient"),
    TwilioError(21606, .final, "the sender's number can't send messages to this recipient"),
    TwilioError(21608, .final, "a trial account sends to verified numbers alone"),
    TwilioError(21609, .final, "the URL for status callbacks is no URL"),
    TwilioError(optedOut, .final, "the recipient has opted out of messages of this sender"),
    TwilioError(21611, .forNow, "too many messages of the sender are waiting"),
    TwilioError(21612, .final, "no way leads from the sender to the recipient"),
    TwilioError(21614, .final, "the recipient's number takes no text messages"),
    TwilioError(21617, .final, "the text has more than 1,600 characters"),
    TwilioError(21619, .final, "a message without a text or medium"),
    TwilioError(21661, .final, "the sender's number can't send messages"),
  ]

  /// What became of a message that Twilio had taken.
  private static let deliveries = [
    TwilioError(30001, .forNow, "the queue overflowed"),
    TwilioError(30002, .forNow, "the account was suspended"),
    TwilioError(30003, .forNow, "the handset can't be reached"),
    TwilioError(30004, .final, "the message is blocked"),
    TwilioError(30005, .final, "nobody has the number"),
    TwilioError(30006, .final, "a landline, or a carrier that can't be reached"),
    TwilioError(30007, .final, "a carrier filtered the message"),
    TwilioError(30008, .forNow, "an unknown error"),
    TwilioError(30010, .final, "the message costs more than was allowed"),
    TwilioError(30022, .forNow, "more messages than the carrier takes of the campaign"),
    TwilioError(30023, .forNow, "more messages than the carrier takes of the brand in a day"),
    TwilioError(30034, .final, "the sender's number is not registered with carriers"),
  ]

  /// What became of a call, or is wrong with it.
  private static let calls = [
    TwilioError(13221, .final, "the method of the call's URL is none"),
    TwilioError(13223, .final, "the number to dial has no valid form"),
    TwilioError(13224, .final, "the number is invalid, or nobody leads calls to it"),
    TwilioError(13225, .final, "the number may not be called"),
    TwilioError(13226, .final, "the number's country is unknown"),
    TwilioError(13227, .final, "calls to the number's country are not allowed"),
    TwilioError(13520, .final, "the text to read out is not valid"),
    TwilioError(13521, .final, "the text to read out is too long"),
    TwilioError(32018, .final, "the TwiML has more than 4,000 characters"),
  ]
}
