public import Alerts

/// Twilio's names of what it keeps: two letters and 32 hexadecimal digits.
/// Source: Twilio, "Glossary", "String Identifier (SID)", 2026-11.
public enum TwilioSID {
  /// The first letters: messages have `SM`, those with media `MM`; calls have `CA`.
  static func prefixes(of channel: Channel) -> [String] {
    switch channel {
    case .sms: ["SM", "MM"]
    case .voice: ["CA"]
    }
  }

  /// Whether a text can be the name of a message or call.
  public static func isValid(_ text: String, of channel: Channel) -> Bool {
    text.utf8.count == 34 && prefixes(of: channel).contains { text.hasPrefix($0) }
      && text.utf8.dropFirst(2).allSatisfy {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
          || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
          || UInt8(ascii: "A")...UInt8(ascii: "F") ~= $0
      }
  }
}
