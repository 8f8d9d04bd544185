/// One Terraform root of `out/`, or the values of one chart: all of its files as one value.
struct OutRoot: Sendable {
  /// Below `out/`: `production/terraform/global`, `production/helm/values-cell-use1-01.yaml`.
  let path: String
  var value: OutValue
  /// The file that each block of a Terraform root stands in: `aws_vpc.main` in `network.tf.json`.
  let files: [String: String]

  /// The file in which a block is, from `out/`; the root where the block is in several or in none.
  func file(of address: String) -> String {
    guard let file = files[address] else { return path }
    return "\(path)/\(file)"
  }

  /// Where a block is; nil where there is none. An address without a name, `aws_route`, is all blocks of
  /// the type; in the values of a chart an address is a path like any other.
  func locate(_ address: String) -> OutPointer? {
    let pointer = OutPointer(keys: Self.keys(of: address, in: path))
    return value[pointer] == nil ? nil : pointer
  }

  /// Where an argument of a block is: nowhere, in one place, or in each element that the path describes.
  func locate(_ address: String, _ argument: ArgumentPath) -> [OutPointer] {
    locate(address).map { locate(argument.steps, from: $0) } ?? []
  }

  func locate(_ steps: [ArgumentPath.Step], from start: OutPointer) -> [OutPointer] {
    steps.reduce([start]) { pointers, step in
      pointers.map { document(at: $0) ?? $0 }.flatMap { pointer -> [OutPointer] in
        switch step {
        case .member(let name): [OutPointer(keys: pointer.keys + [.member(name)])]
        case .element(let index): [OutPointer(keys: pointer.keys + [.element(index)])]
        case .holding(let inner, let text):
          children(of: pointer).filter { child in
            locate(inner, from: child).contains { value[$0]?.description == text }
          }
        }
      }.filter { value[$0] != nil }
    }
  }

  private func children(of pointer: OutPointer) -> [OutPointer] {
    switch value[pointer] {
    case .list(let elements):
      elements.indices.map { OutPointer(keys: pointer.keys + [.element($0)]) }
    case .object(let members):
      members.keys.map { OutPointer(keys: pointer.keys + [.member($0)]) }
    case .null, .bool, .integer, .number, .text, nil: []
    }
  }

  /// The local value behind `${jsonencode(local.name)}`; nil where the text is anything else.
  func document(at pointer: OutPointer) -> OutPointer? {
    guard let text = value[pointer]?.string, text.hasPrefix("${jsonencode(local."),
      text.hasSuffix(")}")
    else { return nil }
    let name = text.dropFirst("${jsonencode(local.".count).dropLast(")}".count)
    return OutPointer(keys: [.member("locals"), .member(String(name))])
  }

  private static func keys(of address: String, in path: String) -> [OutPointer.Key] {
    let parts = address.split(separator: ".").map(String.init)
    if path.hasSuffix(".yaml") { return parts.map { .member($0) } }
    switch parts[0] {
    case "data", "ephemeral", "output", "provider", "terraform": return parts.map { .member($0) }
    case "local": return [.member("locals")] + parts.dropFirst().map { .member($0) }
    default: return [.member("resource")] + parts.map { .member($0) }
    }
  }
}
