import Foundation
import SourceLocations
import TerraformProviderSchema

/// What one run makes: the files, and what a person should know of them.
struct Generation {
  /// Contents by file name.
  let files: [String: String]
  /// Arguments that the provider has deprecated, and that therefore have no accessor.
  let leftOut: [String]
  /// How many types there are.
  let types: Int
  /// How many structs they need, nested blocks included.
  let structs: Int

  /// A few lines for the terminal.
  var summary: String {
    let lines = files.values.reduce(0) { $0 + $1.count { $0 == "\n" } }
    let head = "\(types) types, \(structs) structs, \(lines) lines in \(files.count) files"
    guard !leftOut.isEmpty else { return head }
    return ([head, "deprecated and left out:"] + leftOut.map { "  \($0)" })
      .joined(separator: "\n")
  }
}

/// The pipeline: schema → bound types, equal blocks shared → Swift text.
func generate(_ wanted: WantedTypes, from json: Data) throws -> Generation {
  let schema = try ProviderSchema(
    json: json, provider: wanted.provider, wanted: Set(wanted.entries.map(\.type)))
  let missing = wanted.entries.filter { schema.blocks[$0.type] == nil }
  guard missing.isEmpty else {
    throw BindingsError.unknownTypes(
      missing.map { .init($0, nearest: schema.nearest(to: $0.type)) }, file: wanted.file)
  }
  let bound = try wanted.entries.compactMap { entry in
    try schema.blocks[entry.type].map { try BoundType(entry.type, $0) }
  }
  return Generation(
    files: render(bound, from: Provider(source: wanted.provider, version: wanted.version)),
    leftOut: bound.flatMap(\.leftOut).sorted(),
    types: bound.count,
    structs: bound.reduce(0) { $0 + 1 + $1.blocks.count })
}

extension ProviderSchema {
  /// The type that may have been meant: one of the same name and another kind, or a similar name.
  fileprivate func nearest(to type: TypeName) -> TypeName? {
    for kind in Kind.allCases where names[kind, default: []].contains(type.name) {
      return TypeName(kind, type.name)
    }
    return SourceLocations.nearest(to: type.name, among: names[type.kind, default: []])
      .map { TypeName(type.kind, $0) }
  }
}
