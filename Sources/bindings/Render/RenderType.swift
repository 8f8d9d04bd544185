import TerraformProviderSchema

/// A type with its blocks and attributes, as an extension of its namespace.
func renderType(_ type: BoundType) -> [String] {
  let blocks = type.blocks.sorted { $0.name < $1.name }
  let attributes = type.nestedAttributes.sorted { $0.name < $1.name }
  var body = [
    "public static let type = \"\(type.type.name)\"",
    "public static let kind = TerraformAddress.Kind.\(type.type.kind.rawValue)",
  ]
  if type.takesTags { body.append("public static let takesTags = true") }
  body += renderBlockMembers(type.block, in: type)
  body += [""] + renderAttributes(type)
  for attributes in attributes { body += [""] + renderNestedAttributes(attributes, in: type) }
  for block in blocks { body += [""] + renderBlock(block, in: type) }
  return ["extension \(type.namespace) {"]
    + ([
      "/// \(type.type.kind.title) `\(type.type.name)`.",
      "public struct \(type.name): TerraformSchema {",
    ]
    + body.indented + ["}"]).indented + ["}"]
}

extension ProviderSchema.Kind {
  fileprivate var title: String {
    switch self {
    case .resource: "Resource"
    case .data: "Data source"
    case .ephemeral: "Ephemeral resource"
    }
  }
}
