import YAMLDocument

extension YAMLValue {
  /// The value as JSON, every character escaped that could be mistaken.
  var json: String {
    switch self {
    case .null: "null"
    case .bool(let truth): "\(truth)"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .string(let text): Self.quoted(text)
    case .sequence(let elements): "[\(elements.map(\.json).joined(separator: ", "))]"
    case .mapping(let members):
      "{\(members.map { "\(Self.quoted($0.key)): \($0.value.json)" }.joined(separator: ", "))}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let units = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "\"\(units.joined())\""
  }
}
