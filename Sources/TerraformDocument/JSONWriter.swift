/// Writes one canonical text for a value: keys sorted, two spaces of indent, a newline at the end.
///
/// Hand-written because `JSONEncoder` reaches a sixth of its speed and can't sort and keep `/` as is
/// on every platform alike.
public struct JSONWriter {
  private var bytes: [UInt8] = []
  /// Spaces, as many as the deepest line has begun with.
  private var indent: [UInt8] = Array(repeating: UInt8(ascii: " "), count: 64)

  /// The text of `value` in UTF-8.
  public static func text(of value: TerraformJSON) -> [UInt8] {
    var writer = JSONWriter()
    writer.bytes.reserveCapacity(16_384)
    writer.write(value, depth: 0)
    writer.bytes.append(UInt8(ascii: "\n"))
    return writer.bytes
  }

  private mutating func write(_ value: TerraformJSON, depth: Int) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let truth): bytes.append(contentsOf: (truth ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let number): write(number)
    case .string(let literal): write(literal, isLiteral: true)
    case .expression(let expression): write(expression.template, isLiteral: false)
    case .array(let elements): write(elements, depth: depth)
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      write(sorted, depth: depth) { writer, key in writer.write(key, isLiteral: true) }
    case .templatedObject(let members):
      let sorted = members.sorted { $0.key.template < $1.key.template }
      write(sorted, depth: depth) { writer, key in writer.write(key.template, isLiteral: false) }
    }
  }

  private mutating func write(_ number: Double) {
    precondition(number.isFinite, "JSON has no \(number)")
    let whole = Int(exactly: number)
    bytes.append(contentsOf: (whole.map(String.init) ?? String(number)).utf8)
  }

  private mutating func write(_ elements: [TerraformJSON], depth: Int) {
    guard !elements.isEmpty else { return bytes.append(contentsOf: "[]".utf8) }
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newline(depth + 1)
      write(element, depth: depth + 1)
    }
    newline(depth)
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func write<Key>(
    _ members: [(key: Key, value: TerraformJSON)], depth: Int,
    writingKey writeKey: (inout JSONWriter, Key) -> Void
  ) {
    guard !members.isEmpty else { return bytes.append(contentsOf: "{}".utf8) }
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newline(depth + 1)
      writeKey(&self, member.key)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(UInt8(ascii: " "))
      write(member.value, depth: depth + 1)
    }
    newline(depth)
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func newline(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    let spaces = depth * 2
    if spaces > indent.count {
      indent = Array(repeating: UInt8(ascii: " "), count: spaces * 2)
    }
    indent.withUnsafeBufferPointer { bytes.append(contentsOf: $0[..<spaces]) }
  }

  /// A JSON string: `"`, `\` and control characters are escaped, everything else stands as it is.
  ///
  /// In literal text a `{` that would begin an expression is escaped as Terraform does it
  /// (``TerraformExpression/escaped(_:)``), in the same pass.
  private mutating func write(_ text: String, isLiteral: Bool) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { text in
      // What stands as it is comes over in one piece.
      var written = 0
      for (position, byte) in text.enumerated() where Self.isSpecial(byte) {
        let isEscaped =
          byte != UInt8(ascii: "{")
          || isLiteral && position > 0 && TerraformExpression.isSign(text[position - 1])
        guard isEscaped else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<position]))
        written = position
        if byte == UInt8(ascii: "{") {
          bytes.append(text[position - 1])
        } else {
          writeEscaped(byte)
          written += 1
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[written...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a byte may be written as something else than itself.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "{")
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
    case ..<0x20:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: "u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
    default: bytes.append(byte)
    }
  }
}
