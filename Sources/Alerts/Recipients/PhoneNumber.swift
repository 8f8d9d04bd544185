/// A telephone number in E.164 form: `+1234567890`.
///
/// Its description hides all but the last two digits, so that no log shows a number.
/// Source: ITU-T E.164: at most 15 digits, the first not 0; Twilio asks for this form, 2026-11.
public struct PhoneNumber: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
  /// The whole number.
  public let e164: String

  /// Reads a number; nil for what isn't one.
  public init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "+"), (7...15).contains(digits.count),
      digits.first != UInt8(ascii: "0"),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    e164 = text
  }

  /// The last two digits.
  public var description: String { "+…\(e164.suffix(2))" }

  /// The last two digits.
  public var customMirror: Mirror { Mirror(self, children: ["e164": description]) }
}
