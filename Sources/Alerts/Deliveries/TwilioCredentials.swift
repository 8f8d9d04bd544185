import JSONText

/// What the secret `twilio` holds; neither its description nor `dump` shows any of it.
public struct TwilioCredentials: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// `AC` and 32 digits.
  public let accountSID: String
  /// Signs requests in both directions.
  public let authToken: String
  /// The number that messages and calls come from.
  public let sender: PhoneNumber

  /// Credentials of an account.
  public init(accountSID: String, authToken: String, sender: PhoneNumber) {
    self.accountSID = accountSID
    self.authToken = authToken
    self.sender = sender
  }

  /// Why the secret can't be read; its value is not shown.
  public struct Unreadable: Error, Sendable, CustomStringConvertible {
    /// What it should be.
    public var description: String {
      "the secret of Twilio must be JSON with `account_sid`, `auth_token` and `sender` in E.164 form"
    }
  }

  /// Reads the secret's value.
  public init(reading secret: String) throws(Unreadable) {
    guard let value = try? JSONValue(reading: secret.utf8),
      let accountSID = value["account_sid"]?.text, let authToken = value["auth_token"]?.text,
      !authToken.isEmpty, let sender = value["sender"]?.text.flatMap(PhoneNumber.init)
    else { throw Unreadable() }
    self.init(accountSID: accountSID, authToken: authToken, sender: sender)
  }

  /// The secret's value.
  public var secret: String {
    let object: JSONValue = [
      "account_sid": .string(accountSID), "auth_token": .string(authToken),
      "sender": .string(sender.e164),
    ]
    return object.json
  }

  /// Nothing of them.
  public var description: String { "<credentials of Twilio>" }
  /// Nothing of them.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
