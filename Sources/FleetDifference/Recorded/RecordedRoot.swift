public import TerraformDocument

/// A root as its files hold it.
public struct RecordedRoot: Sendable {
  /// Where it lies.
  public let path: TerraformRootPath
  /// By address.
  public let resources: [RecordedResource]
  /// Where the provider's configurations work, by alias; nil is the default one's.
  public let regions: [String?: String]
  /// Named values, by name.
  let locals: TerraformBody
  /// What is read and published, by address.
  let others: TerraformBody
  /// Backend, version pins and provider configurations.
  let settings: TerraformJSON

  init(path: TerraformRootPath, files: [(component: String, file: TerraformJSON)]) {
    self.path = path
    settings = files.first { $0.component == "terraform" }?.file ?? .object([:])
    locals = files.reduce(into: TerraformBody()) { locals, part in
      locals.merge(part.file["locals"].members) { own, _ in own }
    }
    regions = settings["provider"]["aws"].elements.reduce(into: [:]) { regions, provider in
      regions[provider["alias"].text] = provider["region"].text
    }
    others = files.reduce(into: TerraformBody()) { others, part in
      others.merge(Self.others(in: part.file)) { own, _ in own }
    }
    resources = files.flatMap { component, file in
      file["resource"].members.flatMap { type, blocks in
        blocks.members.map { name, body in
          RecordedResource(type: type, name: name, component: component, body: body.members)
        }
      }
    }.sorted { $0.address < $1.address }
  }

  /// Blocks that are no resources.
  private static func others(in file: TerraformJSON) -> TerraformBody {
    var others = TerraformBody()
    for (name, body) in file["output"].members { others["output.\(name)"] = body }
    for kind in ["data", "ephemeral"] {
      for (type, blocks) in file[kind].members {
        for (name, body) in blocks.members { others["\(kind).\(type).\(name)"] = body }
      }
    }
    return others
  }

  /// `value` with named values in the place of their names, where a text is nothing but the name or
  /// its JSON.
  func expanded(_ value: TerraformJSON) -> TerraformJSON {
    switch value {
    case .string(let text):
      // Most texts name nothing, and a pattern costs more than a look.
      guard text.hasPrefix("${"),
        let match = text.wholeMatch(of: /\$\{(?:jsonencode\()?local\.(\w+)\)?\}/),
        let local = locals[String(match.1)]
      else { return value }
      return expanded(local)
    case .array(let elements): return .array(elements.map(expanded))
    case .object(let members): return .object(members.mapValues(expanded))
    case .null, .bool, .integer, .number, .expression, .templatedObject: return value
    }
  }

  /// The named values inside longer texts of `value`, and those that these use.
  func locals(usedBy value: TerraformJSON) -> TerraformBody {
    var used = TerraformBody()
    var open = [value]
    while let next = open.popLast() {
      for name in next.namesOfLocals where used[name] == nil {
        used[name] = locals[name] ?? .null
        open.append(used[name] ?? .null)
      }
    }
    return used
  }
}
