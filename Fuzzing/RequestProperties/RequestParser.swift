/// What reads bytes that anybody may send, and what must hold of it whatever they are.
///
/// Beyond not trapping: what is accepted reads the same when it is written again, and what is refused is
/// refused with a place or a field.
public enum RequestParser: String, Sendable, CaseIterable {
  /// The body of a request to create or replace an alert.
  case alert
  /// Where a list goes on.
  case cursor
  /// What forms send.
  case form
  /// IDs in paths and in callbacks.
  case identifier
  /// The version that a change expects.
  case ifMatch = "if-match"
  /// Any body of JSON.
  case json
  /// The header that holds an API key.
  case key
  /// Telephone numbers.
  case phoneNumber = "phone-number"
  /// The queries of lists.
  case query
  /// The body of a request to create or replace a recipient.
  case recipient
  /// Twilio's signature of a callback: signature, URL and form, a line each.
  case signature
  /// Moments as text.
  case timestamp

  /// Reads `input`. Throws ``BrokenProperty`` where something does not hold.
  public func check(_ input: [UInt8]) throws {
    switch self {
    case .json: try checkJSON(input)
    case .alert: try checkAlert(input)
    case .recipient: try checkRecipient(input)
    case .form, .query, .signature, .cursor, .identifier, .ifMatch, .key, .phoneNumber, .timestamp:
      // Servers hand these on as text.
      guard let text = String(validating: input, as: UTF8.self) else { return }
      try check(text)
    }
  }

  private func check(_ text: String) throws {
    switch self {
    case .cursor: try checkCursor(text)
    case .form: try checkForm(text)
    case .identifier: try checkIdentifiers(text)
    case .ifMatch: try checkIfMatch(text)
    case .key: try checkKey(text)
    case .phoneNumber: try checkPhoneNumber(text)
    case .query: try checkQueries(text)
    case .signature: try checkSignature(text)
    case .timestamp: try checkTimestamp(text)
    case .alert, .json, .recipient: preconditionFailure("these are read as bytes")
    }
  }
}

/// Something that does not hold for some input.
public struct BrokenProperty: Error, Sendable, Hashable, CustomStringConvertible {
  /// What should have held, and what was instead.
  public let description: String
}

/// Throws where `holds` is false.
func require(_ holds: Bool, _ property: @autoclosure () -> String) throws(BrokenProperty) {
  guard holds else { throw BrokenProperty(description: property()) }
}
