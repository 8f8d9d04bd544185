/// One document with the comment that stands above it: a Helm values file.
public struct YAMLFile: Sendable, Hashable {
  /// Lines above the document, without `#`; empty for none.
  ///
  /// It is the only comment there can be: libyaml's emitter knows none.
  public var header: String
  /// The document.
  public var value: YAMLValue

  /// Puts a file together.
  public init(header: String = "", value: YAMLValue) {
    self.header = header
    self.value = value
  }

  /// The file in UTF-8: block style, two spaces of indent, no folded lines, a line feed at the end.
  ///
  /// Equal values give equal bytes. Every text reads back as that text in YAML 1.1 and 1.2.
  ///
  /// - Throws: ``YAMLFailure`` for a duplicate key, a number that is not finite, or a header that
  ///   is not printable, and where libyaml refuses.
  public func text() throws(YAMLFailure) -> [UInt8] {
    let comment = try headerComment()
    var writer = try YAMLWriter()
    return comment + (try writer.text(of: value))
  }

  /// The header with `# ` before each line.
  private func headerComment() throws(YAMLFailure) -> [UInt8] {
    guard !header.isEmpty else { return [] }
    for scalar in header.unicodeScalars where scalar != "\n" && endsComment(scalar) {
      throw .headerNotPrintable(scalar)
    }
    let lines = header.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.flatMap { Array(($0.isEmpty ? "#\n" : "# \($0)\n").utf8) }
  }

  private func endsComment(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
