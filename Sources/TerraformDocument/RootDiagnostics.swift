public import SourceLocations

/// Finds what Terraform would refuse, or worse accept, in the references among `roots`.
///
/// - Returns: an error for each reference to a block that is not in its root, and for each address
///   or output that two blocks of a root claim; both places are named.
public func referenceDiagnostics(in roots: [TerraformRoot]) -> [Diagnostic] {
  let catalogues = Dictionary(
    roots.map { ($0.path, catalogue(of: $0)) }, uniquingKeysWith: { first, _ in first })
  return roots.flatMap { root in
    let own = catalogues[root.path] ?? [:]
    return duplicates(in: root, own)
      + root.straying(from: own).flatMap { use in diagnostics(of: use, in: root, own, catalogues) }
  }
}

/// Where each block of a root comes from.
private typealias Catalogue = [TerraformAddress: SourceLocation]

/// A block, local value or output that refers to what its root does not have.
private struct Use {
  let name: String
  let strays: Set<TerraformReference>
  let location: SourceLocation
}

extension TerraformRoot {
  /// Everything that refers to something else than what this root has, which is in `own`.
  fileprivate func straying(from own: Catalogue) -> [Use] {
    let path = path
    var uses: [Use] = []
    func add(
      _ name: @autoclosure () -> String, _ location: SourceLocation,
      _ forEachReference: ((TerraformReference) -> Void) -> Void
    ) {
      var strays: Set<TerraformReference> = []
      forEachReference { reference in
        let isAtHome = reference.root.map { $0 == path } ?? true
        if !isAtHome || !own.keys.contains(reference.address) { strays.insert(reference) }
      }
      // Nearly always there is none, and nothing need be put into words.
      if !strays.isEmpty { uses.append(Use(name: name(), strays: strays, location: location)) }
    }
    for component in components {
      for declaration in component.declarations {
        add("\(declaration.address)", declaration.location, declaration.forEachReference)
      }
      for local in component.locals {
        add("local.\(local.name)", local.location, local.value.forEachReference)
      }
      for output in component.outputs {
        add("output \(output.name)", output.location, output.value.forEachReference)
      }
    }
    return uses
  }

  /// Address and place of everything that can be referred to.
  fileprivate var owned: [(TerraformAddress, SourceLocation)] {
    components.flatMap { component in
      component.declarations.map { ($0.address, $0.location) }
        + component.locals.map { (TerraformAddress(.local, name: $0.name), $0.location) }
    }
  }

  /// Name and place of everything that may stand once in a root; Terraform has no address for an
  /// output, since nothing can refer to it.
  fileprivate var claims: [(name: String, location: SourceLocation, canBeAmended: Bool)] {
    owned.map { ($0.description, $1, $0.kind == .resource) }
      + components.flatMap(\.outputs).map { ("output \($0.name)", $0.location, false) }
  }
}

private func catalogue(of root: TerraformRoot) -> Catalogue {
  Dictionary(root.owned, uniquingKeysWith: { first, _ in first })
}

private func duplicates(in root: TerraformRoot, _ catalogue: Catalogue) -> [Diagnostic] {
  let outputs = root.components.flatMap(\.outputs).map(\.name)
  let ownedCount = root.components.reduce(0) { $0 + $1.declarations.count + $1.locals.count }
  // Nearly always each has a name of its own, and none need be put into words.
  if ownedCount == catalogue.count, outputs.count == Set(outputs).count { return [] }
  var owners: [String: SourceLocation] = [:]
  var found: [Diagnostic] = []
  for (name, location, canBeAmended) in root.claims {
    guard let first = owners[name] else {
      owners[name] = location
      continue
    }
    found.append(
      Diagnostic(
        .error, rule: "duplicate-address", at: location,
        "\(root.path) already has \(name)",
        fix: "give it another name\(canBeAmended ? ", or change the first with Amend" : "")",
        notes: [.init(at: first, "the first \(name) comes from here")]))
  }
  return found
}

private func diagnostics(
  of use: Use, in root: TerraformRoot, _ own: Catalogue,
  _ catalogues: [TerraformRootPath: Catalogue]
) -> [Diagnostic] {
  use.strays.sorted().map { reference in
    if let (owner, place) = owner(of: reference, besides: root.path, in: catalogues) {
      return Diagnostic(
        .error, rule: "cross-root-reference", at: use.location,
        "\(use.name) in \(root.path) refers to \(reference.address), which \(owner) owns",
        fix: "publish the value from \(owner.folder) as an SSM parameter and read it here",
        notes: [.init(at: place, "\(reference.address) comes from here")])
    }
    if let elsewhere = reference.root, elsewhere != root.path {
      return Diagnostic(
        .error, rule: "dangling-reference", at: use.location,
        "\(use.name) in \(root.path) refers to \(reference.address) of \(elsewhere), "
          + "which does not exist",
        fix: "refer to a block of \(root.path)")
    }
    return dangling(reference.address, of: use, in: root, own)
  }
}

private func dangling(
  _ address: TerraformAddress, of use: Use, in root: TerraformRoot, _ own: Catalogue
) -> Diagnostic {
  let byName = Dictionary(
    own.map { ($0.key.description, $0.value) }, uniquingKeysWith: { first, _ in first })
  let near = nearest(to: address.description, among: byName.keys)
  return Diagnostic(
    .error, rule: "dangling-reference", at: use.location,
    "\(use.name) in \(root.path) refers to \(address), which does not exist",
    fix: near.map { "write \($0)" } ?? "add \(address), or refer to a block of this root",
    notes: near.flatMap { name in
      byName[name].map { [.init(at: $0, "\(name) comes from here")] }
    } ?? [])
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
