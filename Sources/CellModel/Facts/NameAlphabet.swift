/// The characters that may stand at some place of a name.
public struct NameAlphabet: Sendable, Hashable {
  /// Whether A to Z are among them.
  public let hasUpperCase: Bool
  /// Whether a to z are among them.
  public let hasLowerCase: Bool
  /// Whether 0 to 9 are among them.
  public let hasDigits: Bool
  /// The other characters, in the order in which to name them.
  public let others: String

  /// a to z.
  static let lowerCase = NameAlphabet(upperCase: false, digits: false)
  /// a to z and 0 to 9.
  static let lowerCaseAndDigits = NameAlphabet(upperCase: false)
  /// Letters and digits.
  static let lettersAndDigits = NameAlphabet()
  /// Letters.
  static let letters = NameAlphabet(digits: false)

  private init(
    upperCase: Bool = true, lowerCase: Bool = true, digits: Bool = true, others: String = ""
  ) {
    hasUpperCase = upperCase
    hasLowerCase = lowerCase
    hasDigits = digits
    self.others = others
  }

  /// The same characters and `others`.
  func and(_ others: String) -> NameAlphabet {
    NameAlphabet(
      upperCase: hasUpperCase, lowerCase: hasLowerCase, digits: hasDigits,
      others: self.others + others)
  }

  /// The first character of `text` that is none of them.
  func stray(in text: Substring) -> Character? {
    // Nearly all names are of ASCII, which is faster looked at byte by byte.
    if text.utf8.allSatisfy(containsByte) { return nil }
    return text.first { !contains($0) }
  }

  private func containsByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasUpperCase
    case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLowerCase
    case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigits
    default: byte < 0x80 && others.utf8.contains(byte)
    }
  }

  /// Whether `character` is one of them; only ASCII letters and digits count as such.
  public func contains(_ character: Character) -> Bool {
    switch character {
    case "A"..."Z" where character.isASCII: hasUpperCase
    case "a"..."z" where character.isASCII: hasLowerCase
    case "0"..."9" where character.isASCII: hasDigits
    default: others.contains(character)
    }
  }
}

extension NameAlphabet: CustomStringConvertible {
  /// In words: `lower-case letters, digits and -`.
  public var description: String { words(joinedBy: "and") }

  /// In words, with `conjunction` before the last kind.
  func words(joinedBy conjunction: String) -> String {
    var parts: [String] = []
    if hasUpperCase && hasLowerCase {
      parts.append("letters")
    } else if hasLowerCase {
      parts.append("lower-case letters")
    } else if hasUpperCase {
      parts.append("upper-case letters")
    }
    if hasDigits { parts.append("digits") }
    parts += others.map { $0 == " " ? "spaces" : String($0) }
    guard let last = parts.popLast() else { return "nothing" }
    return parts.isEmpty ? last : "\(parts.joined(separator: ", ")) \(conjunction) \(last)"
  }
}
