/// The number of an AWS account: twelve digits, leading zeros included.
public struct AccountID: Sendable, Hashable {
  /// The twelve digits.
  public let digits: String

  /// Nil where `text` is anything but twelve ASCII digits.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 12, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    digits = String(text)
  }
}

extension AccountID: CustomStringConvertible {
  /// The twelve digits.
  public var description: String { digits }
}
