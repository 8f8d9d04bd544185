import TerraformProviderSchema

/// Why no bindings can be generated, or why the ones that lie there are not good.
enum BindingsError: Error, Equatable, CustomStringConvertible {
  /// A line of the list can't be read; the fix is part of the problem's text.
  case malformedList(file: String, line: Int, problem: String)
  /// The provider has no such types.
  case unknownTypes([UnknownType], file: String)
  /// Two names of the schema become one in Swift.
  case ambiguousName(type: String, swift: String, terraform: [String])
  /// The provider nests blocks in a way that no accessor exists for.
  case unsupportedNesting(path: String)
  /// `--check` found differences.
  case outOfDate(FolderChanges)

  var description: String {
    switch self {
    case .malformedList(let file, let line, let problem):
      "\(file):\(line): \(problem)"
    case .unknownTypes(let types, let file):
      types.map { type in
        let fix = type.nearest.map { "did you mean `\($0)`?" } ?? "remove the line"
        return "\(file):\(type.entry.line): the provider has no \(type.entry.type); \(fix)"
      }.joined(separator: "\n")
    case .ambiguousName(let type, let swift, let terraform):
      """
      \(type): \(terraform.map { "`\($0)`" }.joined(separator: " and ")) both become `\(swift)`; \
      add a word to the table in SwiftWords.swift that tells them apart
      """
    case .unsupportedNesting(let path):
      "\(path): blocks with labels (nesting mode “map”) have no accessor yet; leave the type out"
    case .outOfDate(let changes):
      (["the bindings are out of date; run `make bindings`"] + changes.lines)
        .joined(separator: "\n")
    }
  }
}

/// A line that names a type which the provider lacks.
struct UnknownType: Equatable {
  let entry: WantedTypes.Entry
  /// What may have been meant.
  let nearest: ProviderSchema.TypeName?

  init(_ entry: WantedTypes.Entry, nearest: ProviderSchema.TypeName?) {
    self.entry = entry
    self.nearest = nearest
  }
}
