extension XMLNode {
  /// Reads a document as AWS writes them: elements, text and the five entities.
  ///
  /// Whatever could mean more than it says is refused: document types, other entities, sections of
  /// raw text, more than 64 levels.
  ///
  /// - Throws: ``XMLFailure`` where the text is no such document.
  public init(parsing bytes: [UInt8]) throws(XMLFailure) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw XMLFailure("the text is not UTF-8")
    }
    var reader = XMLReader(rest: text[...])
    self = try reader.document()
  }
}

private struct XMLReader {
  var rest: Substring

  private static let depthLimit = 64

  mutating func document() throws(XMLFailure) -> XMLNode {
    try skipWhitespaceAndRemarks()
    guard rest.hasPrefix("<") else { throw XMLFailure("the text does not start with an element") }
    let root = try element(depth: 1)
    try skipWhitespaceAndRemarks()
    guard rest.isEmpty else { throw XMLFailure("something follows </\(root.name)>") }
    return root
  }

  /// Between elements: the XML declaration, other instructions and comments.
  private mutating func skipWhitespaceAndRemarks() throws(XMLFailure) {
    while true {
      rest = rest.drop(while: \.isWhitespace)
      if rest.hasPrefix("<?") {
        try skip(past: "?>")
      } else if rest.hasPrefix("<!--") {
        try skip(past: "-->")
      } else if rest.hasPrefix("<!") {
        throw XMLFailure("the text has a document type or a section of raw text")
      } else {
        return
      }
    }
  }

  private mutating func skip(past end: String) throws(XMLFailure) {
    guard let range = rest.firstRange(of: end) else { throw XMLFailure("there is no \(end)") }
    rest = rest[range.upperBound...]
  }

  /// An element, from its `<` to the end of its closing tag.
  private mutating func element(depth: Int) throws(XMLFailure) -> XMLNode {
    guard depth <= Self.depthLimit else {
      throw XMLFailure("elements lie more than \(Self.depthLimit) deep")
    }
    let tag = try tag()
    var node = XMLNode(name: localName(tag.name))
    guard !tag.isClosed else { return node }
    while true {
      let text = rest.prefix { $0 != "<" }
      node.text += try decoded(text)
      rest = rest[text.endIndex...]
      if rest.hasPrefix("</") {
        try closeTag(of: tag.name)
        return node
      } else if rest.hasPrefix("<!--") {
        try skip(past: "-->")
      } else if rest.hasPrefix("<!") || rest.hasPrefix("<?") || rest.isEmpty {
        throw XMLFailure("<\(node.name)> is not closed")
      } else {
        node.children.append(try element(depth: depth + 1))
      }
    }
  }

  /// `<name attribute="…">` or `<name/>`; a `>` may stand in an attribute.
  private mutating func tag() throws(XMLFailure) -> (name: String, isClosed: Bool) {
    rest.removeFirst()
    let name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    guard let first = name.first, first.isLetter || first == "_" else {
      throw XMLFailure("an element has no name")
    }
    rest = rest[name.endIndex...]
    while let next = rest.first {
      switch next {
      case ">":
        rest.removeFirst()
        return (String(name), false)
      case "/":
        rest.removeFirst()
        guard rest.first == ">" else { throw XMLFailure("<\(name) has a / that closes nothing") }
        rest.removeFirst()
        return (String(name), true)
      case "\"", "'":
        rest.removeFirst()
        try skip(past: String(next))
      case "<":
        throw XMLFailure("<\(name) is not finished")
      default:
        rest.removeFirst()
      }
    }
    throw XMLFailure("<\(name) is not finished")
  }

  private mutating func closeTag(of name: String) throws(XMLFailure) {
    rest.removeFirst(2)
    let closed = rest.prefix { !$0.isWhitespace && $0 != ">" }
    rest = rest[closed.endIndex...].drop(while: \.isWhitespace)
    guard closed == name, rest.first == ">" else {
      throw XMLFailure("<\(name)> is closed by </\(closed)>")
    }
    rest.removeFirst()
  }
}

private func localName(_ name: String) -> String {
  name.split(separator: ":").last.map(String.init) ?? name
}

/// The text with its entities replaced.
private func decoded(_ text: Substring) throws(XMLFailure) -> String {
  guard text.contains("&") else { return String(text) }
  var decoded = ""
  var rest = text
  while let start = rest.firstIndex(of: "&") {
    decoded += rest[..<start]
    let after = rest[rest.index(after: start)...]
    guard let end = after.firstIndex(of: ";"), let character = entity(after[..<end]) else {
      throw XMLFailure("an & starts no entity that is known")
    }
    decoded.append(character)
    rest = after[after.index(after: end)...]
  }
  return decoded + rest
}

private func entity(_ name: Substring) -> Character? {
  switch name {
  case "amp": return "&"
  case "lt": return "<"
  case "gt": return ">"
  case "quot": return "\""
  case "apos": return "'"
  default:
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let number =
      digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
    return number.flatMap(Unicode.Scalar.init).map(Character.init)
  }
}
