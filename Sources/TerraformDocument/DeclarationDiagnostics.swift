public import SourceLocations

/// Finds what Terraform would refuse in the blocks of `roots` themselves.
///
/// - Returns: an error for each name that is no identifier, each provider configuration that the root
///   does not have, and each number that JSON can't hold.
public func declarationDiagnostics(in roots: [TerraformRoot]) -> [Diagnostic] {
  roots.flatMap { root in
    root.declarations.flatMap { declaration in
      [
        nameProblem(of: declaration, in: root), providerProblem(of: declaration, in: root),
        numberProblem(of: declaration, in: root),
      ].compactMap { $0 }
    }
  }
}

/// Source: Terraform 1.11, "Configuration Syntax", "Identifiers"; ASCII alone, to be readable.
private func nameProblem(
  of declaration: TerraformDeclaration, in root: TerraformRoot
) -> Diagnostic? {
  let name = declaration.address.name
  guard !isIdentifier(name) else { return nil }
  let characters = name.map { character in
    character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
  }
  let identifier = String(characters)
  let needsStart = identifier.first.map { !$0.isLetter && $0 != "_" } ?? true
  return Diagnostic(
    .error, rule: "invalid-name", at: declaration.location,
    "\"\(name)\" can't be the name of a block of type \(declaration.address.type) in \(root.path); "
      + "a name is letters, digits, `_` and `-`, and begins with a letter or `_`",
    fix: "write \"\(needsStart ? "_" : "")\(identifier)\"")
}

/// Whether `name` is `[A-Za-z_][A-Za-z0-9_-]*`; by bytes, because every block of a fleet is asked.
private func isIdentifier(_ name: String) -> Bool {
  guard let first = name.utf8.first, !isDigit(first), first != UInt8(ascii: "-") else {
    return false
  }
  return name.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: isDigit(byte)
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

private func providerProblem(
  of declaration: TerraformDeclaration, in root: TerraformRoot
) -> Diagnostic? {
  guard let provider = declaration.meta.provider else { return nil }
  let aliases = root.settings.providers.compactMap(\.alias)
  guard !aliases.contains(provider) else { return nil }
  let known = nearest(to: provider, among: aliases).map { [$0] } ?? aliases.sorted()
  let place = declaration.location
  let fix: Fix =
    switch known.count {
    case 0:
      .leaveOut("provider:", at: place).saying("for \(root.path) has one configuration only")
    case 1:
      .write("provider: \"\(known[0])\"", at: place).or("leave out `provider:`")
    default:
      "write one of \(known.joined(separator: ", ")), or leave `provider:` out"
    }
  return Diagnostic(
    .error, rule: "unknown-provider", at: declaration.location,
    "\(declaration.address) asks for the provider configuration \"\(provider)\", "
      + "which \(root.path) does not have",
    fix: fix)
}

private func numberProblem(
  of declaration: TerraformDeclaration, in root: TerraformRoot
) -> Diagnostic? {
  let wrong = declaration.body.first { $0.value.hasInfiniteNumber }
  return wrong.map { argument, _ in
    Diagnostic(
      .error, rule: "invalid-number", at: declaration.location,
      "\(argument) of \(declaration.address) in \(root.path) holds a number that is not finite",
      fix: "write a finite number")
  }
}

extension TerraformJSON {
  /// Whether it holds a number that is infinite or not a number.
  fileprivate var hasInfiniteNumber: Bool {
    switch self {
    case .number(let number): !number.isFinite
    case .array(let elements): elements.contains(where: \.hasInfiniteNumber)
    case .object(let members): members.contains { $0.value.hasInfiniteNumber }
    case .templatedObject(let members): members.values.contains(where: \.hasInfiniteNumber)
    case .null, .bool, .integer, .string, .expression: false
    }
  }
}
