public import Foundation

/// An ID that its maker draws, so that no sequence at a database is asked and a retry can't make two:
/// `alert_01kb9p2c4se8tq0v3m5n7r9wxy`.
///
/// 26 characters of Crockford's base 32: 48 bits of milliseconds since 1970, then 80 random ones. The
/// order of IDs is the order of creation.
public struct Identifier<Kind: IdentifierKind>: Sendable, Hashable, Comparable,
  CustomStringConvertible
{
  /// Prefix and characters.
  public let text: String

  /// Draws an ID for something that is created at `moment`.
  public init(at moment: Date, using generator: inout some RandomNumberGenerator) {
    let milliseconds = UInt64(max(0, (moment.timeIntervalSince1970 * 1000).rounded()))
    var bytes = Array("\(Kind.prefix)_".utf8)
    for shift in stride(from: 45, through: 0, by: -5) {
      bytes.append(digits[Int(milliseconds >> UInt64(shift) & 31)])
    }
    for _ in 0..<2 {
      let random = generator.next()
      for shift in stride(from: 35, through: 0, by: -5) {
        bytes.append(digits[Int(random >> UInt64(shift) & 31)])
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Draws an ID for something that is created at `moment`.
  public init(at moment: Date) {
    var generator = SystemRandomNumberGenerator()
    self.init(at: moment, using: &generator)
  }

  /// Reads an ID; nil for a text that none of ours can be.
  public init?(_ text: String) {
    let bytes = text.utf8
    let length = Kind.prefix.utf8.count
    guard (length + 2...64).contains(bytes.count), bytes.starts(with: Kind.prefix.utf8),
      bytes.dropFirst(length).first == UInt8(ascii: "_"), bytes.allSatisfy(isDigit)
    else { return nil }
    self.text = text
  }

  /// The text.
  public var description: String { text }

  /// By time of creation.
  public static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// What an ID is of.
public protocol IdentifierKind: Sendable {
  /// What it begins with, without the underscore.
  static var prefix: String { get }
}

/// Of an ``Alert``.
public enum AlertKind: IdentifierKind {
  /// What its IDs begin with.
  public static let prefix = "alert"
}
/// Of a ``Recipient``.
public enum RecipientKind: IdentifierKind {
  /// What its IDs begin with.
  public static let prefix = "recip"
}
/// Of an ``AlertEvent``.
public enum EventKind: IdentifierKind {
  /// What its IDs begin with.
  public static let prefix = "event"
}

/// ID of an ``Alert``.
public typealias AlertID = Identifier<AlertKind>
/// ID of a ``Recipient``.
public typealias RecipientID = Identifier<RecipientKind>
/// ID of an ``AlertEvent``.
public typealias EventID = Identifier<EventKind>

private let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
/// What may stand in an ID: the overview's own examples, `alert_abc123`, use all letters.
private func isDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
    UInt8(ascii: "_"):
    true
  default: false
  }
}
