/// How elements are written out: two spaces for each block, lines of at most a hundred characters,
/// arguments that don't fit on lines of their own, as `swift format` has it.
enum ElementLayout {
  /// The most characters in a line.
  static let lineLength = 100
  /// Spaces for each block.
  static let step = 2

  /// An element as lines, the first one without its indentation.
  static func text(of code: String, indent: Int) throws(EditingFailure) -> String {
    let fragment = try SwiftFragment(parsing: code)
    guard let call = fragment.call else { throw .unusableCode(code) }
    let arguments = call.arguments.map { fragment.source.text($0.range) }
    var text = call.callee
    if call.clause != nil {
      text += clause(
        of: arguments, after: indent + call.callee.count, indent: indent,
        hasBlock: call.block != nil)
    }
    guard call.block != nil else { return text }
    let inner = String(repeating: " ", count: indent + step)
    text += " {\n"
    for element in fragment.blockElements {
      text += inner + (try self.text(of: element, indent: indent + step)) + "\n"
    }
    return text + String(repeating: " ", count: indent) + "}"
  }

  /// The parentheses with the arguments, on one line or on several.
  private static func clause(
    of arguments: [String], after column: Int, indent: Int, hasBlock: Bool
  ) -> String {
    let line = "(\(arguments.joined(separator: ", ")))"
    if column + line.count + (hasBlock ? 2 : 0) <= lineLength { return line }
    let spaces = spaces(around: arguments, indent: indent, hasBlock: hasBlock)
    let pieces = zip(spaces, arguments).map { $0 + $1 }
    return "(\(pieces.joined(separator: ","))\(spaces[arguments.count]))"
  }

  /// The white space before each of the arguments and behind the last one, where they take several
  /// lines: as many on each as fit.
  static func spaces(around arguments: [String], indent: Int, hasBlock: Bool) -> [String] {
    let newLine = "\n" + String(repeating: " ", count: indent + step)
    var spaces: [String] = []
    var column = lineLength
    for (number, argument) in arguments.enumerated() {
      let isLast = number == arguments.count - 1
      // Behind it comes a comma, or the closing bracket, or in front of a block neither.
      let width = argument.count + (isLast && hasBlock ? 0 : 1)
      if number > 0, column + 1 + width <= lineLength {
        spaces.append(" ")
        column += 1 + width
      } else {
        spaces.append(newLine)
        column = indent + step + width
      }
    }
    return spaces + [hasBlock ? "\n" + String(repeating: " ", count: indent) : ""]
  }
}
