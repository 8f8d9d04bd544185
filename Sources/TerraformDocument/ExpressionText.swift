extension TerraformJSON {
  /// The value as it stands inside an expression: a function's argument, an element of a list.
  ///
  /// Literals are written as JSON writes them, which the expression language reads alike.
  /// Source: Terraform 1.11, "Types and Values", "Literal Expressions".
  var expressionText: String {
    switch self {
    case .null, .bool, .integer, .number, .string:
      return String(decoding: JSONWriter.text(of: self).dropLast(), as: UTF8.self)
    case .expression(let expression):
      return expression.bare ?? expression.quoted
    case .array(let elements):
      return "[\(elements.map(\.expressionText).joined(separator: ", "))]"
    case .object(let members):
      return Self.objectText(members.map { (TerraformJSON.string($0).expressionText, $1) })
    case .templatedObject(let members):
      let sorted = members.sorted { $0.key.template < $1.key.template }
      return Self.objectText(sorted.map { ($0.quoted, $1) })
    }
  }

  private static func objectText(_ members: [(key: String, value: TerraformJSON)]) -> String {
    let texts = members.map { "\($0.key): \($0.value.expressionText)" }
    return "{\(texts.joined(separator: ", "))}"
  }
}

extension TerraformExpression {
  /// The template between quotes: literal parts escaped, what stands in `${}` and `%{}` as it is.
  var quoted: String {
    var text = "\""
    var rest = template[...]
    while let character = rest.first {
      if rest.hasPrefix("$${") || rest.hasPrefix("%%{") {
        text += rest.prefix(3)
        rest = rest.dropFirst(3)
      } else if rest.hasPrefix("${") || rest.hasPrefix("%{") {
        let sequence = Self.sequence(at: rest)
        text += sequence
        rest = rest.dropFirst(sequence.count)
      } else {
        let literal = JSONWriter.text(of: .string(String(character))).dropLast(2).dropFirst()
        text += String(decoding: literal, as: UTF8.self)
        rest = rest.dropFirst()
      }
    }
    return text + "\""
  }

  /// What begins with `${` or `%{`, up to the brace that closes it.
  private static func sequence(at text: Substring) -> Substring {
    var depth = 0
    var isQuoted = false
    var previous: Character = " "
    for index in text.indices {
      let character = text[index]
      switch character {
      case "\"" where previous != "\\": isQuoted.toggle()
      case "{" where !isQuoted: depth += 1
      case "}" where !isQuoted:
        depth -= 1
        if depth == 0 { return text[...index] }
      default: break
      }
      previous = character
    }
    return text
  }
}
