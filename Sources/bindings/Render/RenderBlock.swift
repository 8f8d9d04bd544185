import TerraformProviderSchema

/// The struct of a nested block.
func renderBlock(_ block: BoundType.Named<BlockShape>, in type: BoundType) -> [String] {
  ["/// A block of `\(type.type.name)`.", "public struct \(block.name): TerraformBlock {"]
    + renderBlockMembers(block.shape, in: type).indented + ["}"]
}

/// What every block has, and an accessor for each thing that can be set.
func renderBlockMembers(_ shape: BlockShape, in type: BoundType) -> [String] {
  var lines = ["public var body: TerraformBody = [:]", "public init() {}"]
  for argument in shape.arguments {
    lines += renderAccessor(
      argument.name, of: "Argument<\(argument.schema.type.swift)>?", by: "argument",
      traits: argument.schema.traits)
  }
  for nested in shape.blocks {
    let name = type.blocks[nested.shape].name
    lines += renderAccessor(
      nested.name, of: nested.isSingular ? "\(name)?" : "[\(name)]",
      by: nested.isSingular ? "block" : "blocks", traits: nested.traits)
  }
  return lines
}

private func renderAccessor(
  _ name: String, of type: String, by subscript: String, traits: [String]
) -> [String] {
  let property = SwiftName.declared(SwiftName.property(name))
  return [
    "/// `\(name)`: \(traits.joined(separator: ", ")).",
    "public var \(property): \(type) {",
    "  get { self[\(`subscript`): \"\(name)\"] }",
    "  set { self[\(`subscript`): \"\(name)\"] = newValue }",
    "}",
  ]
}

extension AttributeSchema {
  /// What a person wants to know of the argument, in one line.
  var traits: [String] {
    var traits: [String] = []
    if isRequired { traits.append("required") }
    if isOptional { traits.append("optional") }
    if isComputed { traits.append("computed") }
    if isSensitive { traits.append("sensitive") }
    if isWriteOnly { traits.append("write-only") }
    return traits
  }
}

extension BlockShape.Nested {
  fileprivate var traits: [String] {
    let need = minimum > 0 ? "required" : "optional"
    if isSingular { return ["block", need] }
    switch (minimum, maximum) {
    case (0...1, nil): return ["blocks", need]
    case (_, nil): return ["blocks", "at least \(minimum)"]
    case (0, let maximum?): return ["blocks", "at most \(maximum)"]
    case (_, let maximum?): return ["blocks", "\(minimum) to \(maximum)"]
    }
  }
}
