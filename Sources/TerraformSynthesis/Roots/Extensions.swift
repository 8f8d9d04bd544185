import CellDescription
import CellModel
import SourceLocations
import TerraformDocument

extension TerraformRoot {
  /// Adds the user's own resources to the file `extensions.tf.json` and makes the user's changes.
  ///
  /// A change to a resource that is not there, or to an argument that a rule answers for, is a
  /// diagnostic at its line and is not made. Two resources of one address are found later, with all
  /// others.
  mutating func apply(
    _ extensions: [Placed<Extension>], owner: String, _ diagnostics: inout [Diagnostic]
  ) {
    components.append(TerraformComponent("extensions", of: path, owner: owner))
    for element in extensions {
      switch element.value {
      case .resource(let declaration):
        components[components.count - 1].add(declaration)
      case .amendment(let amendment):
        diagnostics += amend(amendment, at: element.location)
      }
    }
  }

  private mutating func amend(
    _ amendment: Amendment, at location: SourceLocation
  ) -> [Diagnostic] {
    for index in components.indices {
      guard let body = components[index].body(of: amendment.address) else { continue }
      let amended = amendment.applied(to: body)
      // What the user has added is no rule's business.
      let isSynthesized = index < components.count - 1
      let faults =
        isSynthesized
        ? guardedChanges(of: amendment.address, from: body, to: amended, at: location) : []
      if faults.isEmpty { components[index].amend(amendment.address, amended, at: location) }
      return faults
    }
    let known = declarations.map(\.address.description)
    let near = nearest(to: amendment.address.description, among: known)
    return [
      Diagnostic(
        .error, rule: "amend-missing", at: location,
        "\(path) has no \(amendment.address) to amend",
        fix: near.map { "amend \($0), or add the resource with Resource(…)" }
          ?? "name a resource of this root, or add one with Resource(…)")
    ]
  }

  private func guardedChanges(
    of address: TerraformAddress, from old: TerraformBody, to new: TerraformBody,
    at location: SourceLocation
  ) -> [Diagnostic] {
    Rule.all.flatMap { rule in
      rule.guarded.filter { $0.type == address.type && old[$0.argument] != new[$0.argument] }
        .map { argument in
          Diagnostic(
            .error, rule: "amend-guarded", at: location,
            "\(argument.argument) of \(address) is checked by the rule \(rule.name), "
              + "which an amendment would evade",
            fix: "write \(argument.instead)")
        }
    }
  }
}
