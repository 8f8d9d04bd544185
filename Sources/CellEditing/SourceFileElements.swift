extension SourceFile {
  /// Puts an element into the block of the call at `offset`, or changes the one that it has there.
  mutating func include(_ code: String, in offset: Int) throws(EditingFailure) {
    let fragment = try SwiftFragment(parsing: code)
    let owner = try call(at: offset)
    guard let element = fragment.call,
      ElementSignature.named(owner.callee)?.elements.contains(element.callee) == true
    else {
      throw .notThere(location(of: offset), expected: "a block for `\(code)`")
    }
    if let present = try counterpart(of: fragment, among: owner.statements) {
      return try merge(fragment, into: present)
    }
    guard let block = owner.block else { return try addBlock(holding: code, to: offset) }
    let order = ElementSignature.named(owner.callee)?.elements ?? []
    let own = order.firstIndex(of: element.callee) ?? order.count
    let before =
      owner.statements.lastIndex { $0.callee == element.callee }
      ?? owner.statements.lastIndex { (order.firstIndex(of: $0.callee) ?? order.count) < own }
    try insert(code, after: before, ofBlockAt: block.lowerBound)
  }

  /// Puts an element behind the one at `offset`, or changes the one that stands in its block.
  mutating func append(_ code: String, to offset: Int) throws(EditingFailure) {
    let fragment = try SwiftFragment(parsing: code)
    guard fragment.call != nil else { throw .unusableCode(code) }
    guard let (block, statements) = try source().block(around: offset),
      let own = statements.firstIndex(where: { $0.range.lowerBound == offset })
    else { throw .notThere(location(of: offset), expected: "an element of a block") }
    if let present = try counterpart(of: fragment, among: statements) {
      return try merge(fragment, into: present)
    }
    try insert(code, after: own, ofBlockAt: block.lowerBound)
  }

  /// Gives the element at `offset` the arguments, and its block the elements, of `fragment`.
  mutating func merge(_ fragment: SwiftFragment, into offset: Int) throws(EditingFailure) {
    try setArguments(of: fragment, at: offset)
    for element in fragment.blockElements { try include(element, in: offset) }
  }

  /// Where the element stands that `fragment` speaks of; nil where `statements` has none.
  private func counterpart(
    of fragment: SwiftFragment, among statements: [SwiftStatement]
  ) throws(EditingFailure) -> Int? {
    guard let element = fragment.call,
      let identity = ElementSignature.named(element.callee)?.identity
    else { return nil }
    let candidates = statements.filter { $0.callee == element.callee }
      .map(\.range.lowerBound)
    switch identity {
    case .none:
      return nil
    case .type:
      return candidates.first
    case .argument(let label, let standard):
      let wanted = element.argument(label).map { fragment.source.text($0.value) } ?? standard
      for candidate in candidates {
        let value = try call(at: candidate).argument(label)?.value
        if value.map({ text(of: $0) }) ?? standard == wanted { return candidate }
      }
      return nil
    }
  }

  // MARK: Writing

  private mutating func addBlock(holding code: String, to offset: Int) throws(EditingFailure) {
    let call = try call(at: offset)
    let indent = indentation(at: offset)
    let inner = indent + ElementLayout.step
    let element = try ElementLayout.text(of: code, indent: inner)
    // `EKS()` has no use for its parentheses once it has a block.
    if call.arguments.isEmpty, let clause = call.clause { try replace(clause, with: "") }
    let end = call.arguments.isEmpty ? call.calleeEnd : call.range.upperBound
    try replace(end..<end, with: " {\n\(spaces(inner))\(element)\n\(spaces(indent))}")
    try wrapArguments(at: offset)
  }

  /// Writes an element on a line of its own: behind a statement of the block, or first in it.
  private mutating func insert(
    _ code: String, after number: Int?, ofBlockAt start: Int
  ) throws(EditingFailure) {
    try spread(blockAt: start)
    let source = try source()
    guard let (block, statements) = source.block(around: start + 1) else {
      throw .notThere(location(of: start), expected: "a block")
    }
    let indent =
      statements.first.map { indentation(at: $0.range.lowerBound) }
      ?? indentation(at: block.lowerBound) + ElementLayout.step
    let element = spaces(indent) + (try ElementLayout.text(of: code, indent: indent))
    let last = number.map { source.endOfLine(behind: statements[$0].range.upperBound) }
    let end = last.map { endOfLine(at: $0) } ?? block.lowerBound + 1
    try replace(end..<end, with: "\n" + element)
  }

  /// Makes a block on one line, `{ VPC() }`, one on several.
  private mutating func spread(blockAt start: Int) throws(EditingFailure) {
    guard let block = try source().block(around: start + 1)?.range,
      !bytes[block].contains(UInt8(ascii: "\n"))
    else { return }
    let indent = indentation(at: block.lowerBound)
    let inside = block.lowerBound + 1..<block.upperBound - 1
    let leading = bytes[inside].prefix { $0 == UInt8(ascii: " ") }.count
    guard leading < inside.count else { return try replace(inside, with: "\n" + spaces(indent)) }
    let trailing = bytes[inside].reversed().prefix { $0 == UInt8(ascii: " ") }.count
    try replace(inside.upperBound - trailing..<inside.upperBound, with: "\n" + spaces(indent))
    try replace(
      inside.lowerBound..<inside.lowerBound + leading,
      with: "\n" + spaces(indent + ElementLayout.step))
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
