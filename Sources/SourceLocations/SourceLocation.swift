/// A place in somebody's Swift source: where a declaration was written.
///
/// The file is the path that the compiler was given (`#filePath`), so it is shortened before a
/// person reads it (``path(relativeTo:)``), and it never enters generated output.
public struct SourceLocation: Sendable, Hashable, Codable {
  /// Path as the compiler saw it, usually absolute.
  public let file: String
  /// Line, counted from 1.
  public let line: Int
  /// Column, counted from 1.
  public let column: Int

  /// Names a place; callers pass `#filePath`, `#line` and `#column` on.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The file's path below `directory`, or the whole path where it lies elsewhere or no directory
  /// is named.
  public func path(relativeTo directory: String) -> String {
    guard !directory.isEmpty else { return file }
    let prefix = directory.hasSuffix("/") ? directory : directory + "/"
    return file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
  }

  /// `file:line:column`, as compilers and editors write it.
  public func description(relativeTo directory: String) -> String {
    "\(path(relativeTo: directory)):\(line):\(column)"
  }
}

extension SourceLocation: Comparable {
  /// By file, then line, then column.
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourceLocation: CustomStringConvertible {
  /// `file:line:column` with the file's whole path.
  public var description: String { "\(file):\(line):\(column)" }
}
