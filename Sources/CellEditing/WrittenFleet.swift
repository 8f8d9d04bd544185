public import SourceLocations

/// What is written in `cells/`, as far as it can be read without compiling it: environments, the cells
/// in their blocks, and the names of shapes.
///
/// What a loop or a function makes is not seen.
public struct WrittenFleet: Sendable {
  /// An environment whose name is a literal.
  public struct Environment: Sendable {
    /// `production`.
    public let name: String
    /// Where it begins.
    public let place: SourceLocation
    /// The cells that are statements of its block, in their order.
    public let cells: [Cell]
  }

  /// A cell whose name is a literal.
  public struct Cell: Sendable {
    /// `cell-use1-01`.
    public let name: String
    /// Where it begins.
    public let place: SourceLocation
    /// The values of its arguments as they are written, by label: `.usEast1` for `in`.
    public let arguments: [String: String]
  }

  /// In the order of files and lines.
  public let environments: [Environment]
  /// Names of shapes that are constants of a type, `standard` for `static let standard = CellShape`,
  /// in the order of files and lines.
  public let shapes: [String]

  /// Reads the files, by the path that places have.
  ///
  /// - Throws: where a file's brackets, texts or comments do not end.
  public init(_ texts: [String: String]) throws(EditingFailure) {
    var environments: [Environment] = []
    var shapes: [String] = []
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) {
      let file = SourceFile(path: path, text: text)
      let source = try file.source()
      environments += source.calls(of: "Environment").compactMap { call in
        source.literal(of: call).map { name in
          Environment(
            name: name, place: file.location(of: call.range.lowerBound),
            cells: file.cells(among: call.statements, in: source))
        }
      }
      shapes += source.constants(of: "CellShape")
    }
    self.environments = environments
    self.shapes = shapes
  }
}

extension SourceFile {
  fileprivate func cells(
    among statements: [SwiftStatement], in source: SwiftSource
  ) -> [WrittenFleet.Cell] {
    statements.filter { $0.callee == "Cell" }.compactMap { statement in
      guard let call = source.call(at: statement.range.lowerBound),
        let name = source.literal(of: call)
      else { return nil }
      return WrittenFleet.Cell(
        name: name, place: location(of: call.range.lowerBound),
        arguments: Dictionary(
          call.arguments.map { ($0.label, source.text($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }
}

extension SwiftSource {
  /// The first argument of a call, where it is a text without escapes.
  fileprivate func literal(of call: SwiftCall) -> String? {
    guard let value = call.argument("_").map({ text($0.value) }), value.count > 1,
      value.hasPrefix("\""), value.hasSuffix("\""), !value.contains("\\")
    else { return nil }
    return String(value.dropFirst().dropLast())
  }

  /// The names of static constants that calls of `callee` are the values of.
  fileprivate func constants(of callee: String) -> [String] {
    calls(of: callee).compactMap { call in
      guard let number = tokens.firstIndex(where: { $0.range.lowerBound == call.range.lowerBound })
      else { return nil }
      let before = tokens[..<number].suffix(4).map { text($0.range) }
      guard before.count == 4, before[0] == "static", before[1] == "let", before[3] == "=" else {
        return nil
      }
      return before[2]
    }
  }
}
