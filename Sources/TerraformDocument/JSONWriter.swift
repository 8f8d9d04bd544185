import TextBuffer

/// Writes one canonical text for a value: keys sorted, two spaces of indent, a newline at the end.
///
/// Hand-written because `JSONEncoder` reaches a sixth of its speed and can't sort and keep `/` as is
/// on every platform alike.
public struct JSONWriter: ~Copyable {
  private var text = TextBuffer()

  /// The text of `value` in UTF-8.
  public static func text(of value: TerraformJSON) -> [UInt8] {
    var writer = JSONWriter()
    writer.write(value, depth: 0)
    writer.text.append(UInt8(ascii: "\n"))
    return writer.text.bytes
  }

  private mutating func write(_ value: TerraformJSON, depth: Int) {
    switch value {
    case .null: text.append("null" as StaticString)
    case .bool(let truth): text.append(truth ? "true" as StaticString : "false")
    case .integer(let number): text.append(String(number))
    case .number(let number): write(number)
    case .string(let literal): write(literal, isLiteral: true)
    case .expression(let expression): write(expression.template, isLiteral: false)
    case .array(let elements): write(elements, depth: depth)
    case .object(let members): write(members, depth: depth)
    case .templatedObject(let members): write(members, depth: depth)
    }
  }

  private mutating func write(_ number: Double) {
    precondition(number.isFinite, "JSON has no \(number)")
    let whole = Int(exactly: number)
    text.append(whole.map(String.init) ?? String(number))
  }

  private mutating func write(_ elements: [TerraformJSON], depth: Int) {
    guard !elements.isEmpty else { return text.append("[]" as StaticString) }
    text.append(UInt8(ascii: "["))
    for index in elements.indices {
      beginPart(isFirst: index == elements.startIndex, depth: depth + 1)
      write(elements[index], depth: depth + 1)
    }
    beginLine(depth)
    text.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ members: TerraformBody, depth: Int) {
    guard !members.isEmpty else { return text.append("{}" as StaticString) }
    text.append(UInt8(ascii: "{"))
    for index in members.indices {
      let member = members[index]
      beginPart(isFirst: index == members.startIndex, depth: depth + 1)
      write(member.key, isLiteral: true)
      text.append(": " as StaticString)
      write(member.value, depth: depth + 1)
    }
    beginLine(depth)
    text.append(UInt8(ascii: "}"))
  }

  private mutating func write(_ members: [TerraformExpression: TerraformJSON], depth: Int) {
    guard !members.isEmpty else { return text.append("{}" as StaticString) }
    text.append(UInt8(ascii: "{"))
    let sorted = members.sorted { $0.key.template < $1.key.template }
    for (index, member) in sorted.enumerated() {
      beginPart(isFirst: index == 0, depth: depth + 1)
      write(member.key.template, isLiteral: false)
      text.append(": " as StaticString)
      write(member.value, depth: depth + 1)
    }
    beginLine(depth)
    text.append(UInt8(ascii: "}"))
  }

  /// Ends the part before and begins a line for the next.
  private mutating func beginPart(isFirst: Bool, depth: Int) {
    if !isFirst { text.append(UInt8(ascii: ",")) }
    beginLine(depth)
  }

  private mutating func beginLine(_ depth: Int) {
    text.append(UInt8(ascii: "\n"))
    text.append(UInt8(ascii: " "), times: depth * 2)
  }

  /// A JSON string: `"`, `\` and control characters are escaped, everything else stands as it is.
  ///
  /// In literal text a `{` that would begin an expression is escaped as Terraform does it
  /// (``TerraformExpression/escaped(_:)``), in the same pass.
  private mutating func write(_ string: String, isLiteral: Bool) {
    var string = string
    text.append(UInt8(ascii: "\""))
    string.withUTF8 { bytes in
      // What stands as it is comes over in one piece.
      var written = 0
      var position = Self.firstSpecial(in: bytes, from: 0)
      while position < bytes.count {
        let byte = bytes[position]
        let isEscaped =
          byte != UInt8(ascii: "{")
          || isLiteral && position > 0 && TerraformExpression.isSign(bytes[position - 1])
        if isEscaped {
          text.append(UnsafeBufferPointer(rebasing: bytes[written..<position]))
          written = position
          if byte == UInt8(ascii: "{") {
            text.append(bytes[position - 1])
          } else {
            writeEscaped(byte)
            written += 1
          }
        }
        position = Self.firstSpecial(in: bytes, from: position + 1)
      }
      text.append(UnsafeBufferPointer(rebasing: bytes[written...]))
    }
    text.append(UInt8(ascii: "\""))
  }

  /// Where the first byte stands, at `start` or behind it, that may be written as something else than
  /// itself; the end where there is none.
  private static func firstSpecial(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    let memory = UnsafeRawBufferPointer(bytes)
    while position + 8 <= bytes.count {
      let word = EightBytes(memory.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let isSpecial =
        word.containsControl || word.contains(UInt8(ascii: "\""))
        || word.contains(UInt8(ascii: "\\")) || word.contains(UInt8(ascii: "{"))
      if isSpecial { break }
      position += 8
    }
    while position < bytes.count, !isSpecial(bytes[position]) { position += 1 }
    return position
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "{")
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    text.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): text.append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): text.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): text.append(UInt8(ascii: "t"))
    case ..<0x20:
      let digits = String(byte, radix: 16)
      text.append("u00\(digits.count == 1 ? "0" : "")\(digits)" as String)
    default: text.append(byte)
    }
  }
}
