/// Eight bytes of a text, looked at as one: nearly all text stands for itself, and so a writer passes
/// over it in fewer steps.
///
/// A test leaves a bit where there is such a byte, and none where there is none; which of the eight it
/// is, the bits don't tell. Sources: Anderson, "Bit Twiddling Hacks", "Determine if a word has a zero
/// byte"; Muła, "Determining if a word has a zero byte", 2014-03-09, for what the bits don't tell.
public struct EightBytes {
  @usableFromInline let word: UInt64
  @usableFromInline static let ones: UInt64 = 0x0101_0101_0101_0101
  @usableFromInline static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Takes eight bytes as memory holds them, in whatever order.
  @inlinable public init(_ word: UInt64) { self.word = word }

  /// Whether one of them is a control character of ASCII below the space.
  @inlinable public var containsControl: Bool {
    (word &- Self.ones &* 0x20) & ~word & Self.highBits != 0
  }

  /// Whether one of them is `byte`.
  @inlinable public func contains(_ byte: UInt8) -> Bool {
    let zero = word ^ (Self.ones &* UInt64(byte))
    return (zero &- Self.ones) & ~zero & Self.highBits != 0
  }

  /// Whether one of them is no character of ASCII, DEL among them.
  @inlinable public var containsOtherThanASCII: Bool { word & Self.highBits != 0 || contains(0x7F) }
}
