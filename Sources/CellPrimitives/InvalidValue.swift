/// Why a text is not a value: what is wrong with it, and what would be right.
///
/// The two parts go into a diagnostic as they are, which is why they are kept apart.
public struct InvalidValue: Error, Sendable, Hashable {
  /// What is wrong with the actual value, in one sentence without a full stop.
  public let message: String
  /// What to write instead, as an instruction.
  public let fix: String
  /// The text that is right, where there is one that was surely meant.
  public let replacement: String?

  /// States a problem and its remedy.
  public init(_ message: String, fix: String) {
    self.message = message
    self.fix = fix
    replacement = nil
  }

  /// States a problem and the text that was meant.
  public init(_ message: String, instead replacement: String) {
    self.message = message
    fix = "write \"\(replacement)\""
    self.replacement = replacement
  }
}

extension InvalidValue: CustomStringConvertible {
  /// Problem and remedy in one line.
  public var description: String { "\(message); \(fix)" }
}
