/// Swift source with its tokens, in which calls can be found.
struct SwiftSource {
  /// UTF-8.
  let bytes: [UInt8]
  /// In their order.
  let tokens: [SwiftToken]
  /// For each bracket, by its number among the tokens, the number of the one that belongs to it.
  private let partners: [Int: Int]

  /// Reads a file or a piece of code.
  ///
  /// - Throws: where brackets, texts or comments do not end.
  init(_ bytes: [UInt8]) throws(SwiftScanner.Failure) {
    self.bytes = bytes
    tokens = try SwiftScanner.tokens(of: bytes)
    partners = try Self.partners(among: tokens, of: bytes)
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func partners(
    among tokens: [SwiftToken], of bytes: [UInt8]
  ) throws(SwiftScanner.Failure) -> [Int: Int] {
    let pairs = [UInt8(ascii: "("): ")", UInt8(ascii: "["): "]", UInt8(ascii: "{"): "}"]
    var open: [Int] = []
    var partners: [Int: Int] = [:]
    for (number, token) in tokens.enumerated() {
      let start = token.range.lowerBound
      if token.kind == .opening { open.append(number) }
      guard token.kind == .closing else { continue }
      guard let opening = open.popLast(),
        pairs[bytes[tokens[opening].range.lowerBound]]?.utf8.first == bytes[start]
      else { throw SwiftScanner.Failure(offset: start, problem: "a bracket closes nothing") }
      partners[number] = opening
      partners[opening] = number
    }
    if let unclosed = open.last {
      throw SwiftScanner.Failure(
        offset: tokens[unclosed].range.lowerBound, problem: "a bracket does not end")
    }
    return partners
  }
}

// MARK: Calls

extension SwiftSource {
  /// The call that a place of the compiler means; nil where none is written there.
  ///
  /// An element's place is its first character; one that an initializer took itself is that of the
  /// bracket behind the name.
  func call(at offset: Int) -> SwiftCall? {
    guard let number = tokens.firstIndex(where: { $0.range.lowerBound == offset }) else {
      return nil
    }
    switch tokens[number].kind {
    case .identifier: return call(startingAt: number)
    case .opening: return number > 0 ? call(startingAt: number - 1) : nil
    case .closing, .comma, .colon, .semicolon, .other: return nil
    }
  }

  /// Every call of `callee`, wherever it stands.
  func calls(of callee: String) -> [SwiftCall] {
    tokens.indices.compactMap { number in
      guard tokens[number].kind == .identifier, text(tokens[number].range) == callee else {
        return nil
      }
      return call(startingAt: number)
    }
  }

  /// The call that begins with the token of this number: a path of names and brackets behind it.
  private func call(startingAt first: Int) -> SwiftCall? {
    var last = first
    guard tokens[first].kind == .identifier else { return nil }
    while last + 2 < tokens.count, isCharacter(".", last + 1), tokens[last + 2].kind == .identifier
    {
      last += 2
    }
    var next = last + 1
    var clause: Range<Int>?
    var arguments: [SwiftArgument] = []
    if isCharacter("(", next), !tokens[next].startsLine, let end = partners[next] {
      clause = tokens[next].range.lowerBound..<tokens[end].range.upperBound
      arguments = self.arguments(between: next, and: end)
      next = end + 1
    }
    var block: Range<Int>?
    var statements: [SwiftStatement] = []
    if isCharacter("{", next), let end = partners[next] {
      block = tokens[next].range.lowerBound..<tokens[end].range.upperBound
      statements = self.statements(between: next, and: end)
      next = end + 1
    }
    guard clause != nil || block != nil else { return nil }
    return SwiftCall(
      callee: text(tokens[last].range),
      range: tokens[first].range.lowerBound..<tokens[next - 1].range.upperBound,
      calleeEnd: tokens[last].range.upperBound, clause: clause, arguments: arguments,
      block: block, statements: statements)
  }

  /// The arguments of a piece of code that is nothing else: `index: 1, shape: .standard`.
  func looseArguments() -> [SwiftArgument] { arguments(between: -1, and: tokens.count) }

  private func arguments(between opening: Int, and closing: Int) -> [SwiftArgument] {
    var arguments: [SwiftArgument] = []
    var first = opening + 1
    while first < closing {
      var end = first
      while end < closing, tokens[end].kind != .comma { end = (partners[end] ?? end) + 1 }
      defer { first = end + 1 }
      guard first < end else { continue }
      let range = tokens[first].range.lowerBound..<tokens[end - 1].range.upperBound
      if end - first > 2, tokens[first].kind == .identifier, tokens[first + 1].kind == .colon {
        arguments.append(
          SwiftArgument(
            label: text(tokens[first].range), range: range,
            value: tokens[first + 2].range.lowerBound..<range.upperBound))
      } else if let last = arguments.last, last.label != "_" {
        arguments[arguments.count - 1] = SwiftArgument(
          label: last.label, range: last.range.lowerBound..<range.upperBound,
          value: last.value.lowerBound..<range.upperBound)
      } else {
        arguments.append(SwiftArgument(label: "_", range: range, value: range))
      }
    }
    return arguments
  }

  private func isCharacter(_ character: Character, _ number: Int) -> Bool {
    guard tokens.indices.contains(number), let byte = character.asciiValue else { return false }
    let range = tokens[number].range
    return range.count == 1 && bytes[range.lowerBound] == byte
  }
}

// MARK: Statements

extension SwiftSource {
  /// The innermost block around an offset: from `{` to behind `}`, and the statements in it.
  ///
  /// Right behind its `{` and right in front of its `}` is in a block.
  func block(around offset: Int) -> (range: Range<Int>, statements: [SwiftStatement])? {
    let openings = tokens.indices.filter { number in
      guard isCharacter("{", number), let end = partners[number] else { return false }
      return tokens[number].range.lowerBound < offset && offset <= tokens[end].range.lowerBound
    }
    guard let opening = openings.last, let closing = partners[opening] else { return nil }
    return (
      tokens[opening].range.lowerBound..<tokens[closing].range.upperBound,
      statements(between: opening, and: closing)
    )
  }

  /// The end of the last token on the line of `offset`, with all that its brackets hold.
  func endOfLine(behind offset: Int) -> Int {
    var end = offset
    var number = tokens.firstIndex { $0.range.lowerBound >= offset } ?? tokens.count
    while number < tokens.count, !tokens[number].startsLine, tokens[number].kind != .closing {
      number = partners[number] ?? number
      end = tokens[number].range.upperBound
      number += 1
    }
    return end
  }

  /// The calls that begin a statement between two brackets, and no deeper.
  private func statements(between opening: Int, and closing: Int) -> [SwiftStatement] {
    var statements: [SwiftStatement] = []
    var number = opening + 1
    var isStart = true
    while number < closing {
      let token = tokens[number]
      if isStart || token.startsLine, token.kind == .identifier, let call = call(startingAt: number)
      {
        statements.append(SwiftStatement(callee: call.callee, range: call.range))
        while number < closing, tokens[number].range.lowerBound < call.range.upperBound {
          number += 1
        }
        isStart = false
        continue
      }
      isStart = token.kind == .semicolon
      number = (token.kind == .opening ? partners[number] ?? number : number) + 1
    }
    return statements
  }
}
