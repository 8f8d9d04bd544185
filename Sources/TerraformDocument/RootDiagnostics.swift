public import SourceLocations

/// Finds what Terraform would refuse, or worse accept, in the references among `roots`.
///
/// - Returns: an error for each reference to a block that is not in its root, and for each address
///   that two blocks of a root claim; both places are named.
public func referenceDiagnostics(in roots: [TerraformRoot]) -> [Diagnostic] {
  let catalogues = Dictionary(
    roots.map { ($0.path, catalogue(of: $0)) }, uniquingKeysWith: { first, _ in first })
  return roots.flatMap { root in
    duplicates(in: root) + root.uses.flatMap { use in strayReferences(of: use, in: root, catalogues) }
  }
}

/// Where each block of a root comes from.
private typealias Catalogue = [TerraformAddress: SourceLocation]

/// A block, local value or output that refers to others.
private struct Use {
  let name: String
  let references: [TerraformReference]
  let location: SourceLocation
}

extension TerraformRoot {
  fileprivate var uses: [Use] {
    components.flatMap { component in
      component.declarations.map {
        Use(name: "\($0.address)", references: $0.references, location: $0.location)
      }
        + component.locals.map {
          Use(name: "local.\($0.name)", references: $0.value.references, location: $0.location)
        }
        + component.outputs.map {
          Use(name: "output \($0.name)", references: $0.value.references, location: $0.location)
        }
    }
  }

  /// Address and place of everything that can be referred to.
  fileprivate var owned: [(TerraformAddress, SourceLocation)] {
    components.flatMap { component in
      component.declarations.map { ($0.address, $0.location) }
        + component.locals.map { (TerraformAddress(.local, name: $0.name), $0.location) }
    }
  }
}

extension TerraformJSON {
  fileprivate var references: [TerraformReference] {
    var found: Set<TerraformReference> = []
    forEachReference { found.insert($0) }
    return found.sorted { $0.address.description < $1.address.description }
  }
}

private func catalogue(of root: TerraformRoot) -> Catalogue {
  Dictionary(root.owned, uniquingKeysWith: { first, _ in first })
}

private func duplicates(in root: TerraformRoot) -> [Diagnostic] {
  var owners: Catalogue = [:]
  var found: [Diagnostic] = []
  for (address, location) in root.owned {
    guard let first = owners[address] else {
      owners[address] = location
      continue
    }
    found.append(
      Diagnostic(
        .error, rule: "duplicate-address", at: location,
        "\(root.path) already has \(address)",
        fix: "give it another name, or change the first with Amend",
        notes: [.init(at: first, "the first \(address) comes from here")]))
  }
  return found
}

private func strayReferences(
  of use: Use, in root: TerraformRoot, _ catalogues: [TerraformRootPath: Catalogue]
) -> [Diagnostic] {
  let own = catalogues[root.path] ?? [:]
  return use.references.compactMap { reference in
    let isAtHome = reference.root == nil || reference.root == root.path
    if isAtHome && own[reference.address] != nil { return nil }
    if let (owner, place) = owner(of: reference, besides: root.path, in: catalogues) {
      return Diagnostic(
        .error, rule: "cross-root-reference", at: use.location,
        "\(use.name) in \(root.path) refers to \(reference.address), which \(owner) owns",
        fix: "publish the value from \(owner.folder) as an SSM parameter and read it here",
        notes: [.init(at: place, "\(reference.address) comes from here")])
    }
    let near = nearest(to: reference.address.description, among: own.keys.map(\.description))
    let nearPlace = own.first { $0.key.description == near }?.value
    return Diagnostic(
      .error, rule: "dangling-reference", at: use.location,
      "\(use.name) in \(root.path) refers to \(reference.address), which does not exist",
      fix: near.map { "write \($0)" } ?? "add \(reference.address), or refer to a block of this root",
      notes: nearPlace.map { [.init(at: $0, "\(near ?? "") comes from here")] } ?? [])
  }
}

/// The root that a stray reference was minted for or, where it is plain text, the first that has it.
private func owner(
  of reference: TerraformReference, besides path: TerraformRootPath,
  in catalogues: [TerraformRootPath: Catalogue]
) -> (TerraformRootPath, SourceLocation)? {
  if let home = reference.root {
    return catalogues[home]?[reference.address].map { (home, $0) }
  }
  let others = catalogues.keys.filter { $0 != path && $0.environment == path.environment }
  return others.sorted { $0.folder < $1.folder }.lazy
    .compactMap { other in catalogues[other]?[reference.address].map { (other, $0) } }.first
}
