import TextBuffer

/// Text as HTML writes it, in content and in quoted attribute values.
///
/// Characters that no HTML document may hold, not even as a reference, become U+FFFD: control
/// characters but tab and line feed, and code points that are no characters.
/// Source: HTML Living Standard, "Preprocessing the input stream" and "Numeric character reference end
/// state", 2026-11.
struct HTMLText {
  /// Appends `text` to `output`; `isAttribute` where it stands between double quotes.
  static func append(_ text: String, isAttribute: Bool, to output: inout TextBuffer) {
    // Nearly all text needs nothing.
    let isWritten = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard isPlain(bytes) else { return false }
      output.append(bytes)
      return true
    }
    guard isWritten != true else { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output.append("&amp;" as StaticString)
      case "<": output.append("&lt;" as StaticString)
      case ">": output.append("&gt;" as StaticString)
      case "\"" where isAttribute: output.append("&quot;" as StaticString)
      default: output.append(String(isAllowed(scalar) ? scalar : "\u{FFFD}"))
      }
    }
  }

  /// Whether every byte stands for itself wherever it is.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let memory = UnsafeRawBufferPointer(bytes)
    var position = 0
    while position + 8 <= bytes.count {
      let word = EightBytes(memory.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let isPlainWord =
        !word.containsControl && !word.containsOtherThanASCII && !word.contains(UInt8(ascii: "&"))
        && !word.contains(UInt8(ascii: "<")) && !word.contains(UInt8(ascii: ">"))
        && !word.contains(UInt8(ascii: "\""))
      guard isPlainWord || bytes[position..<position + 8].allSatisfy(isPlain) else { return false }
      position += 8
    }
    return bytes[position...].allSatisfy(isPlain)
  }

  /// Whether a byte stands for itself wherever it is.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    case 0x0A, 0x20..<0x7F: true
    default: false
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
