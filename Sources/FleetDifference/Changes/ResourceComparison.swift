import TerraformDocument

/// Compares a resource with what it was.
struct ResourceComparison {
  private let old: RecordedResource
  private let new: RecordedResource
  private let root: RecordedRoot
  /// What differs, by path, and reaches the object.
  private let arguments: [ArgumentChange]
  /// Why the object is made anew; none where it stays.
  var causes: [String]

  init(
    _ old: RecordedResource, in oldRoot: RecordedRoot, _ new: RecordedResource,
    in newRoot: RecordedRoot
  ) {
    self.old = old
    self.new = new
    root = newRoot
    arguments = Self.arguments(old, oldRoot, new, newRoot)
    causes = arguments.filter {
      ReplacementFacts.effect(ofChanging: $0.path, in: new.type) == .replacement
    }.map(\.path)
    let (before, after) = (
      oldRoot.regions[old.providerAlias], newRoot.regions[new.providerAlias]
    )
    if let before, let after, before != after, new.isRegional {
      causes.append("\(before) → \(after)")
    }
  }

  var address: String { new.address }

  var isReplaced: Bool { !causes.isEmpty }

  /// Whether this one holds on to something of `other`, which is replaced, that it can't let go.
  func isReplaced(with other: ResourceComparison) -> Bool {
    new.arguments.contains { argument, value in
      ReplacementFacts.effect(ofChanging: argument, in: new.type) == .replacement
        && root.attributes(of: other.address, usedBy: value).contains { !other.keeps($0) }
    }
  }

  /// Whether an attribute is an argument that stays as it was, which a new object has too.
  private func keeps(_ attribute: String) -> Bool {
    guard case .string(let text)? = new.arguments[attribute] else { return false }
    return !text.contains("${") && old.arguments[attribute] == .string(text)
  }

  /// What Terraform would do; nil for nothing.
  var change: ResourceChange? {
    guard isReplaced || !arguments.isEmpty else { return nil }
    return ResourceChange(
      root: root.path, type: new.type, name: new.name, kind: isReplaced ? .replace : .change,
      arguments: arguments, causes: causes,
      lostState: isReplaced ? HeldState.held(by: new.type) : nil,
      losses: isReplaced ? [] : arguments.compactMap { loss(of: $0, in: new.type) },
      isRefused: isReplaced && new.isProtected,
      isUncertain: !isReplaced
        && arguments.contains {
          $0.argument != ArgumentChange.protection
            && ReplacementFacts.effect(ofChanging: $0.path, in: new.type) == .unknown
        })
  }

  private static func arguments(
    _ old: RecordedResource, _ oldRoot: RecordedRoot, _ new: RecordedResource,
    _ newRoot: RecordedRoot
  ) -> [ArgumentChange] {
    let names = Set(old.arguments.keys).union(new.arguments.keys)
      .subtracting(new.ignoredArguments)
    var changes = names.sorted().flatMap { name in
      argument(
        name, from: old.arguments[name] ?? .null, oldRoot, to: new.arguments[name] ?? .null, newRoot
      )
    }
    if old.isProtected != new.isProtected {
      changes.append(
        ArgumentChange(
          path: ArgumentChange.protection, before: .bool(old.isProtected),
          after: .bool(new.isProtected)))
    }
    return changes
  }

  /// What differs in an argument, also behind the names that it uses.
  private static func argument(
    _ name: String, from old: TerraformJSON, _ oldRoot: RecordedRoot, to new: TerraformJSON,
    _ newRoot: RecordedRoot
  ) -> [ArgumentChange] {
    if old == new, old.namesOfLocals.isEmpty { return [] }
    let (before, after) = (oldRoot.expanded(old), newRoot.expanded(new))
    let changes = ArgumentChange.changes(name, from: before, to: after)
    guard changes.isEmpty, oldRoot.locals(usedBy: before) != newRoot.locals(usedBy: after) else {
      return changes
    }
    return [ArgumentChange(path: name, before: before, after: after)]
  }
}

extension RecordedRoot {
  /// Which attributes of the block at `address` a value reads: `id` for `${aws_vpc.main.id}`.
  fileprivate func attributes(of address: String, usedBy value: TerraformJSON) -> Set<String> {
    locals(usedBy: value).values.reduce(into: value.attributes(of: address)) {
      $0.formUnion($1.attributes(of: address))
    }
  }
}

extension RecordedResource {
  /// Whether its object lies in the region of its provider configuration.
  ///
  /// Source: IAM User Guide, "Resilience in AWS IAM", and Route 53 Developer Guide, "What is Amazon
  /// Route 53?": both are one for all regions; looked up 2026-11.
  fileprivate var isRegional: Bool {
    !["aws_iam_", "aws_route53_"].contains { type.hasPrefix($0) }
  }
}
