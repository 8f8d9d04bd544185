import SourceLocations
import TerraformDocument
import TerraformProviderSchema

/// Walks one block's arguments beside the provider's schema and collects what differs.
struct ProviderSchemaCheck {
  private let address: TerraformAddress
  private(set) var problems: [String] = []

  init(_ address: TerraformAddress) { self.address = address }

  /// States that the provider has no such type, or that its schema wasn't asked for.
  mutating func reportUnknown(_ type: ProviderSchema.TypeName, among names: Set<String>) {
    guard !names.contains(type.name) else {
      return report("its schema was not read: pass the declaration to `covering:`", at: [])
    }
    report("the provider has no \(type)" + suggestion(for: type.name, among: names), at: [])
  }

  /// Checks a block's own arguments, then its nested blocks.
  mutating func check(_ body: TerraformBody, against schema: BlockSchema, at path: [String] = []) {
    let known = Set(schema.attributes.keys).union(schema.blocks.keys)
    for name in Set(body.keys).subtracting(known).sorted() where name != "//" {
      report("no such argument" + suggestion(for: name, among: known), at: path + [name])
    }
    for (name, attribute) in schema.attributes.sorted(by: { $0.key < $1.key }) {
      check(body[name] ?? .null, against: attribute, at: path + [name])
    }
    for (name, nested) in schema.blocks.sorted(by: { $0.key < $1.key }) {
      check(body[name] ?? .null, against: nested, at: path + [name])
    }
  }

  private mutating func check(
    _ value: TerraformJSON, against attribute: AttributeSchema, at path: [String]
  ) {
    guard value != .null else {
      if attribute.isRequired { report("required and not set", at: path) }
      return
    }
    guard attribute.isSettable, !isImplicitID(attribute, at: path) else {
      return report("only the provider sets it", at: path)
    }
    check(value, against: attribute.type, at: path)
  }

  /// The plugin SDK calls a resource's `id` optional, and refuses it with "Invalid or unknown key".
  private func isImplicitID(_ attribute: AttributeSchema, at path: [String]) -> Bool {
    address.kind == .resource && path == ["id"] && attribute.isComputed
  }

  private mutating func check(
    _ value: TerraformJSON, against nested: NestedBlockSchema, at path: [String]
  ) {
    let elements: [TerraformJSON]
    switch value {
    case .null: elements = []
    case .array(let several): elements = several
    case .object: elements = [value]
    case .bool, .integer, .number, .string, .templatedObject, .expression:
      return report("a nested block is an object or a list of them, not \(value.kind)", at: path)
    }
    if elements.count < nested.minimum {
      report("\(elements.count) blocks, and the provider wants \(nested.minimum)", at: path)
    }
    if let maximum = nested.maximum ?? (nested.isSingular ? 1 : nil), elements.count > maximum {
      report("\(elements.count) blocks, and the provider takes \(maximum)", at: path)
    }
    for (index, element) in elements.enumerated() {
      let place = elements.count == 1 ? path : path + [String(index)]
      guard case .object(let body) = element else {
        report("a nested block is an object, not \(element.kind)", at: place)
        continue
      }
      check(body, against: nested.block, at: place)
    }
  }

  private mutating func check(
    _ value: TerraformJSON, against type: AttributeType, at path: [String]
  ) {
    switch (type, value) {
    case (_, .null), (_, .expression), (.any, _), (.string, .string), (.number, .integer),
      (.number, .number), (.bool, .bool):
      break
    case (.list(let element), .array(let values)), (.set(let element), .array(let values)):
      for (index, value) in values.enumerated() {
        check(value, against: element, at: path + [String(index)])
      }
    case (.map(let element), .object(let members)):
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        check(value, against: element, at: path + [name])
      }
    case (.map(let element), .templatedObject(let members)):
      for (name, value) in members.sorted(by: { $0.key.template < $1.key.template }) {
        check(value, against: element, at: path + [name.template])
      }
    case (.object(let types), .object(let members)):
      check(members, against: types, at: path)
    case (.tuple(let types), .array(let values)) where types.count == values.count:
      for (index, (type, value)) in zip(types, values).enumerated() {
        check(value, against: type, at: path + [String(index)])
      }
    case (.string, _), (.number, _), (.bool, _), (.list, _), (.set, _), (.map, _), (.object, _),
      (.tuple, _):
      report("\(value.kind), where the provider wants \(type.kind)", at: path)
    }
  }

  /// An object given to an argument: unlike a block it has to name every member, if only as null.
  private mutating func check(
    _ members: TerraformBody, against types: [String: AttributeType], at path: [String]
  ) {
    for name in Set(members.keys).subtracting(types.keys).sorted() {
      report("no such member" + suggestion(for: name, among: types.keys), at: path + [name])
    }
    for (name, type) in types.sorted(by: { $0.key < $1.key }) {
      guard let value = members[name] else {
        report("missing; an object names every member, so write null", at: path + [name])
        continue
      }
      check(value, against: type, at: path + [name])
    }
  }

  private mutating func report(_ problem: String, at path: [String]) {
    let place = path.isEmpty ? "" : ": \(path.joined(separator: "."))"
    problems.append("\(address)\(place): \(problem)")
  }

  private func suggestion(for name: String, among names: some Sequence<String>) -> String {
    nearest(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
  }
}
