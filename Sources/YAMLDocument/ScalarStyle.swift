/// Where a text stands, which limits how it can be written.
enum ScalarRole {
  /// The key of a mapping: one line.
  case key
  /// The value of a key or an element of a list.
  case value
  /// The document itself: unindented, so that a line `---` in a block would end it.
  case root
}

/// How a text is written so that no reader takes it for anything else.
enum ScalarStyle {
  /// Bare; libyaml adds single quotes where indicators such as `: ` or ` #` would mislead.
  case plain
  /// With escapes, for what looks like another type or does not print.
  case doubleQuoted
  /// A `|` block, for lines.
  case literal

  /// The style of a text in UTF-8.
  init(of text: UnsafeBufferPointer<UInt8>, as role: ScalarRole) {
    let shape = TextShape(of: text)
    if shape.needsEscapes || (!shape.hasLines && readsAsAnotherType(text)) {
      self = .doubleQuoted
    } else if shape.hasLines {
      self = role == .value && shape.isFaithfulAsBlock ? .literal : .doubleQuoted
    } else {
      self = .plain
    }
  }
}

/// What one pass over a text finds.
private struct TextShape {
  /// A line feed somewhere.
  var hasLines = false
  /// A character that does not print, a tab, or a line break other than a line feed.
  var needsEscapes = false
  /// A `|` block gives back the same text in every reader.
  ///
  /// Not so for spaces at a line's end, which editors trim; a text that starts with a space or an
  /// empty line, which needs an indentation indicator that readers treat differently; and more than
  /// one line feed at the end, for which libyaml closes the document with `...`.
  var isFaithfulAsBlock = true

  init(of text: UnsafeBufferPointer<UInt8>) {
    let space = UInt8(ascii: " ")
    let lineFeed = UInt8(ascii: "\n")
    var previous: UInt8 = lineFeed
    for (index, byte) in text.enumerated() {
      switch byte {
      case lineFeed:
        hasLines = true
        if previous == space || index == 0 { isFaithfulAsBlock = false }
      case ..<0x20, 0x7F: needsEscapes = true
      case ..<0x80: break
      // First bytes of U+0080…U+009F, of U+2028 and U+2029, and of U+FEFF, U+FFFE and U+FFFF.
      case 0xC2 where (text[index + 1] < 0xA0): needsEscapes = true
      case 0xE2 where text[index + 1] == 0x80 && (0xA8...0xA9).contains(text[index + 2]):
        needsEscapes = true
      case 0xEF where text[index + 1] == 0xBB && text[index + 2] == 0xBF: needsEscapes = true
      case 0xEF where text[index + 1] == 0xBF && text[index + 2] >= 0xBE: needsEscapes = true
      default: break
      }
      previous = byte
    }
    guard hasLines, let first = text.first, let last = text.last else { return }
    let endsWithEmptyLine =
      last == lineFeed && text.count > 1 && text[text.count - 2] == lineFeed
    if first == space || last == space || endsWithEmptyLine { isFaithfulAsBlock = false }
  }
}
