public import SourceLocations

/// A call as somebody wrote it, without its block: `EKS(version: "1.35") {`.
public struct WrittenCall: Sendable, Hashable {
  /// Its lines from the one that it begins on, indented as they stand in the file.
  public let lines: [String]

  /// Reads the call at a place of a file; nil where no call begins there.
  ///
  /// - Throws: where the file's brackets, texts or comments do not end.
  public init?(at place: SourceLocation, in text: String) throws(EditingFailure) {
    let file = SourceFile(path: place.file, text: text)
    let source = try file.source()
    guard let offset = file.offset(of: place), let call = source.call(at: offset) else {
      return nil
    }
    let end = call.clause?.upperBound ?? call.calleeEnd
    let first = file.location(of: call.range.lowerBound).line
    let last = file.location(of: max(end - 1, call.range.lowerBound)).line
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    self.lines = lines[(first - 1)..<last].map(String.init)
  }

  /// The lines without the indentation that they share.
  public var unindented: [String] {
    let indents = lines.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }
    return lines.map { String($0.dropFirst(indents.min() ?? 0)) }
  }
}
