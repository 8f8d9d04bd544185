/// Template text that Terraform evaluates, and what it refers to.
public struct TerraformExpression: Sendable, Hashable {
  /// The text as it stands in the file: `${aws_vpc.main.id}`, `arn:aws:s3:::${local.bucket}`.
  public let template: String
  /// Everything that the text names.
  public let references: [TerraformReference]

  /// Takes template text as it is; the caller vouches that `references` names all it uses.
  public init(template: String, references: [TerraformReference] = []) {
    self.template = template
    self.references = references
  }

  /// Literal text, escaped so that Terraform reads it as it stands.
  ///
  /// It goes by bytes: as a `Character`, a brace with a combining mark behind it is another one.
  /// Source: Terraform 1.11, "Strings and Templates", "Escape Sequences".
  public static func escaped(_ literal: String) -> String {
    let mayHold = literal.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.contains(UInt8(ascii: "{"))
    }
    guard mayHold != false else { return literal }
    var bytes: [UInt8] = []
    for byte in literal.utf8 {
      if byte == UInt8(ascii: "{"), let sign = bytes.last, isSign(sign) { bytes.append(sign) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Template text with more behind it.
  ///
  /// A sign at the end of `left` would make an expression of the `{` that follows, and an escape of
  /// `${`: where that could be, `$` becomes `${"$"}`.
  static func joined(_ left: String, _ right: String) -> String {
    guard let sign = left.utf8.last, isSign(sign), let next = right.utf8.first,
      next == sign || next == UInt8(ascii: "{")
    else { return left + right }
    let rest = left.utf8.reversed().drop { $0 == sign }
    let signs = String(decoding: left.utf8.dropFirst(rest.count), as: UTF8.self)
    return "\(String(decoding: rest.reversed(), as: UTF8.self))${\"\(signs)\"}\(right)"
  }

  /// The expression without the `${` and `}` around it, where the whole text is one expression.
  package var bare: String? {
    guard template.hasPrefix("${"), template.hasSuffix("}") else { return nil }
    let inner = template.utf8.dropFirst(2).dropLast()
    var depth = 0
    var isQuoted = false
    var previous = UInt8(ascii: " ")
    for byte in inner {
      switch byte {
      case UInt8(ascii: "\"") where previous != UInt8(ascii: "\\"): isQuoted.toggle()
      case UInt8(ascii: "{") where !isQuoted: depth += 1
      case UInt8(ascii: "}") where !isQuoted: depth -= 1
      default: break
      }
      if depth < 0 { return nil }
      previous = byte
    }
    return depth == 0 ? String(Substring(inner)) : nil
  }

  /// Whether a brace behind this byte begins an expression or a directive.
  static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%")
  }
}
