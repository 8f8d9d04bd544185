/// Text as HTML writes it, in content and in quoted attribute values.
///
/// Characters that no HTML document may hold, not even as a reference, become U+FFFD: control
/// characters but tab and line feed, and code points that are no characters.
/// Source: HTML Living Standard, "Preprocessing the input stream" and "Numeric character reference end
/// state", 2026-11.
struct HTMLText {
  /// Appends `text` to `output`; `isAttribute` where it stands between double quotes.
  static func append(_ text: String, isAttribute: Bool, to output: inout [UInt8]) {
    // Nearly all text needs nothing.
    let isWritten = text.utf8.withContiguousStorageIfAvailable { bytes in
      guard bytes.allSatisfy(isPlain) else { return false }
      output.append(contentsOf: bytes)
      return true
    }
    guard isWritten != true else { return }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;".utf8
      case "<": output += "&lt;".utf8
      case ">": output += "&gt;".utf8
      case "\"" where isAttribute: output += "&quot;".utf8
      default: output += String(isAllowed(scalar) ? scalar : "\u{FFFD}").utf8
      }
    }
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
