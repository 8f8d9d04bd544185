extension SourceFile {
  /// Gives the call at `offset` these arguments; those that it has under other labels stay.
  mutating func setArguments(of fragment: SwiftFragment, at offset: Int) throws(EditingFailure) {
    for argument in fragment.arguments {
      let call = try call(at: offset)
      let text = fragment.source.text(argument.range)
      if let signature = ElementSignature.named(call.callee),
        !signature.labels.contains(argument.label)
      {
        throw .unusableCode(text)
      }
      if let present = call.argument(argument.label) {
        try replace(present.value, with: fragment.source.text(argument.value))
      } else {
        try insert(text, labelled: argument.label, into: call)
      }
      try wrapArguments(at: offset)
    }
  }

  /// Takes the argument of this label away from the call at `offset`.
  mutating func removeArgument(_ label: String, at offset: Int) throws(EditingFailure) {
    let call = try call(at: offset)
    guard let number = call.arguments.firstIndex(where: { $0.label == label }),
      let clause = call.clause
    else { throw .notThere(location(of: offset), expected: "`\(label):`") }
    let range = call.arguments[number].range
    if call.arguments.count == 1 {
      // `EKS { … }` needs no parentheses.
      try replace(
        call.block == nil ? clause.lowerBound + 1..<clause.upperBound - 1 : clause, with: "")
    } else if number + 1 < call.arguments.count {
      try replace(range.lowerBound..<call.arguments[number + 1].range.lowerBound, with: "")
    } else {
      try replace(call.arguments[number - 1].range.upperBound..<range.upperBound, with: "")
    }
  }

  /// The call at `offset` of the text as it is now.
  func call(at offset: Int) throws(EditingFailure) -> SwiftCall {
    guard let call = try source().call(at: offset) else {
      throw .notThere(location(of: offset), expected: "an element")
    }
    return call
  }

  private mutating func insert(
    _ text: String, labelled label: String, into call: SwiftCall
  ) throws(EditingFailure) {
    guard let clause = call.clause else {
      return try replace(call.calleeEnd..<call.calleeEnd, with: "(\(text))")
    }
    guard let last = call.arguments.last else {
      return try replace(clause.lowerBound + 1..<clause.upperBound - 1, with: text)
    }
    let separator = separator(of: call)
    let order = ElementSignature.named(call.callee)?.labels ?? []
    let own = order.firstIndex(of: label) ?? order.count
    if let next = call.arguments.first(where: { (order.firstIndex(of: $0.label) ?? -1) > own }) {
      try replace(next.range.lowerBound..<next.range.lowerBound, with: text + separator)
    } else {
      try replace(last.range.upperBound..<last.range.upperBound, with: separator + text)
    }
  }

  /// What stands between the arguments: a new line where each has one of its own.
  private func separator(of call: SwiftCall) -> String {
    let gaps = zip(call.arguments, call.arguments.dropFirst()).map { left, right in
      text(of: left.range.upperBound..<right.range.lowerBound)
    }
    let isOnePerLine = gaps.count > 1 && gaps.allSatisfy { $0.contains("\n") }
    return isOnePerLine ? gaps[0] : ", "
  }

  /// Breaks the arguments of the call at `offset` into lines where one has become too long.
  ///
  /// Arguments that take several lines, or have comments between them, are left as they are.
  mutating func wrapArguments(at offset: Int) throws(EditingFailure) {
    let call = try call(at: offset)
    guard !call.arguments.isEmpty, isTooLong(call), let gaps = gaps(of: call) else { return }
    let texts = call.arguments.map { text(of: $0.range) }
    guard !texts.contains(where: { $0.contains("\n") }) else { return }
    let spaces = ElementLayout.spaces(
      around: texts, indent: indentation(at: offset), hasBlock: call.block != nil)
    for (gap, space) in zip(gaps, spaces).reversed() { try replace(gap, with: space) }
  }

  /// The white space before each argument and behind the last one; nil where there is a comment.
  private func gaps(of call: SwiftCall) -> [Range<Int>]? {
    guard let clause = call.clause else { return nil }
    let starts = [clause.lowerBound + 1] + call.arguments.map(\.range.upperBound)
    let ends = call.arguments.map(\.range.lowerBound) + [clause.upperBound - 1]
    var gaps: [Range<Int>] = []
    for (start, end) in zip(starts, ends) {
      let comma = bytes[start..<end].first == UInt8(ascii: ",") ? 1 : 0
      guard text(of: start + comma..<end).allSatisfy(\.isWhitespace) else { return nil }
      gaps.append(start + comma..<end)
    }
    return gaps
  }

  private func isTooLong(_ call: SwiftCall) -> Bool {
    guard let clause = call.clause else { return false }
    let start = lineStart(at: call.range.lowerBound)
    let end = endOfLine(at: clause.upperBound)
    let lines = text(of: start..<end).split(separator: "\n", omittingEmptySubsequences: false)
    if lines.contains(where: { $0.count > ElementLayout.lineLength }) { return true }
    // With a block behind it, a bracket that ends a broken list has a line of its own.
    let last = call.arguments.last?.range.upperBound ?? clause.lowerBound
    return call.block != nil && bytes[clause].contains(UInt8(ascii: "\n"))
      && !bytes[last..<clause.upperBound].contains(UInt8(ascii: "\n"))
  }

  /// Where the line of `offset` begins.
  func lineStart(at offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  }

  /// Where the line of `offset` ends, in front of the line feed.
  func endOfLine(at offset: Int) -> Int {
    bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
  }

  /// How many spaces begin the line of `offset`.
  func indentation(at offset: Int) -> Int {
    bytes[lineStart(at: offset)...].prefix { $0 == UInt8(ascii: " ") }.count
  }
}
