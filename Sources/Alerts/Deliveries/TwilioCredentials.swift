import JSONText

/// What the secret `twilio` holds; neither its description nor `dump` shows any of it.
public struct TwilioCredentials: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// `AC` and 32 digits.
  public let accountSID: String
  /// Signs requests in both directions.
  public let authToken: String
  /// The number that messages and calls come from.
  public let sender: PhoneNumber
  /// How many messages and calls the sender may begin in a second, all cells together.
  public let rates: Rates

  /// Credentials of an account.
  public init(accountSID: String, authToken: String, sender: PhoneNumber, rates: Rates = Rates()) {
    self.accountSID = accountSID
    self.authToken = authToken
    self.sender = sender
    self.rates = rates
  }

  /// How fast a sender may send.
  ///
  /// Source: Twilio, "Understanding Twilio Rate Limits and Message Queues" (a US long code: one message
  /// segment a second) and "Voice: calls per second" (one call a second unless more was granted),
  /// 2026-11.
  public struct Rates: Sendable, Hashable {
    /// Text messages a second; more than 0.
    public let messages: Double
    /// Calls a second; more than 0.
    public let calls: Double

    /// Rates that were agreed with Twilio.
    public init(messages: Double = 1, calls: Double = 1) {
      self.messages = messages
      self.calls = calls
    }

    /// The rate of a channel.
    public subscript(channel: Channel) -> Double {
      switch channel {
      case .sms: messages
      case .voice: calls
      }
    }
  }

  /// Why the secret can't be read; its value is not shown.
  public struct Unreadable: Error, Sendable, CustomStringConvertible {
    /// What it should be.
    public var description: String {
      """
      the secret of Twilio must be JSON with `account_sid`, `auth_token` and `sender` in E.164 form, \
      and may have `messages_per_second` and `calls_per_second`, numbers above 0
      """
    }
  }

  /// Reads the secret's value.
  public init(reading secret: String) throws(Unreadable) {
    guard let value = try? JSONValue(reading: secret.utf8),
      let accountSID = value["account_sid"]?.text, let authToken = value["auth_token"]?.text,
      !authToken.isEmpty, let sender = value["sender"]?.text.flatMap(PhoneNumber.init),
      let messages = Self.rate("messages_per_second", in: value),
      let calls = Self.rate("calls_per_second", in: value)
    else { throw Unreadable() }
    self.init(
      accountSID: accountSID, authToken: authToken, sender: sender,
      rates: Rates(messages: messages, calls: calls))
  }

  /// A rate, 1 where none is given; nil for what is no rate.
  private static func rate(_ name: String, in value: JSONValue) -> Double? {
    switch value[name] {
    case nil: 1
    case .integer(let rate)? where rate > 0: Double(rate)
    case .number(let rate)? where rate > 0 && rate.isFinite: rate
    case .some: nil
    }
  }

  /// The secret's value.
  public var secret: String {
    let object: JSONValue = [
      "account_sid": .string(accountSID), "auth_token": .string(authToken),
      "sender": .string(sender.e164), "messages_per_second": .number(rates.messages),
      "calls_per_second": .number(rates.calls),
    ]
    return object.json
  }

  /// Nothing of them.
  public var description: String { "<credentials of Twilio>" }
  /// Nothing of them.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
