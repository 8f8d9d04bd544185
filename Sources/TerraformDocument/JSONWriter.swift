/// Writes one canonical text for a value: keys sorted, two spaces of indent, a newline at the end.
///
/// Hand-written because `JSONEncoder` reaches a sixth of its speed and can't sort and keep `/` as is
/// on every platform alike.
public struct JSONWriter {
  private var bytes: [UInt8] = []

  /// The text of `value` in UTF-8.
  public static func text(of value: TerraformJSON) -> [UInt8] {
    var writer = JSONWriter()
    writer.bytes.reserveCapacity(4096)
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
    case .string(let literal): write(text: TerraformExpression.escaped(literal))
    case .expression(let expression): write(text: expression.template)
    case .array(let elements): write(elements, depth: depth)
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      write(sorted.map { (TerraformExpression.escaped($0.key), $0.value) }, depth: depth)
    case .templatedObject(let members):
      let sorted = members.sorted { $0.key.template < $1.key.template }
      write(sorted.map { ($0.key.template, $0.value) }, depth: depth)
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

  private mutating func write(_ members: [(String, TerraformJSON)], depth: Int) {
    guard !members.isEmpty else { return bytes.append(contentsOf: "{}".utf8) }
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      newline(depth + 1)
      write(text: member.0)
      bytes.append(contentsOf: ": ".utf8)
      write(member.1, depth: depth + 1)
    }
    newline(depth)
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func newline(_ depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }

  /// A JSON string: `"`, `\` and control characters are escaped, everything else stands as it is.
  private mutating func write(text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): bytes.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
      case ..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
