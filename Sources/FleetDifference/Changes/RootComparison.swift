import TerraformDocument

/// Compares a root with what it was; one of the two is there.
struct RootComparison {
  let old: RecordedRoot?
  let new: RecordedRoot?

  /// What differs; nil for equal roots.
  var change: RootChange? {
    switch (old, new) {
    case (nil, nil):
      return nil
    case (nil, let new?):
      return RootChange(
        path: new.path, kind: .add, resources: new.resources.map { $0.added(in: new.path) },
        settings: [], others: [], regions: nil)
    case (let old?, nil):
      return RootChange(
        path: old.path, kind: .remove,
        resources: old.resources.map { $0.removed(from: old.path) }, settings: [], others: [],
        regions: nil)
    case (let old?, let new?):
      return difference(from: old, to: new)
    }
  }

  private func difference(from old: RecordedRoot, to new: RecordedRoot) -> RootChange? {
    let resources = resourceChanges(from: old, to: new)
    let settings = ArgumentChange.changes("", from: old.settings, to: new.settings)
    let others = Set(old.others.keys).union(new.others.keys)
      .filter { old.others[$0] != new.others[$0] }.sorted()
    guard !resources.isEmpty || !settings.isEmpty || !others.isEmpty else { return nil }
    return RootChange(
      path: new.path, kind: .change, resources: resources, settings: settings, others: others,
      regions: regions(old, new))
  }

  private func regions(_ old: RecordedRoot, _ new: RecordedRoot) -> RootChange.Regions? {
    guard new.path.cell != nil, let before = old.regions[nil], let after = new.regions[nil],
      before != after
    else { return nil }
    return RootChange.Regions(before: before, after: after)
  }

  private func resourceChanges(from old: RecordedRoot, to new: RecordedRoot) -> [ResourceChange] {
    let before = Dictionary(uniqueKeysWithValues: old.resources.map { ($0.address, $0) })
    let after = Dictionary(uniqueKeysWithValues: new.resources.map { ($0.address, $0) })
    var pairs: [ResourceComparison] = []
    var changes: [ResourceChange] = []
    for address in Set(before.keys).union(after.keys).sorted() {
      switch (before[address], after[address]) {
      case (let before?, let after?):
        pairs.append(ResourceComparison(before, in: old, after, in: new))
      case (let before?, nil):
        changes.append(before.removed(from: old.path))
      case (nil, let after?):
        changes.append(after.added(in: new.path))
      case (nil, nil):
        break
      }
    }
    pairs.spreadReplacement()
    return (changes + pairs.compactMap(\.change)).sorted()
  }
}

extension [ResourceComparison] {
  /// Lets each replacement reach the resources that hold on to what it changes.
  fileprivate mutating func spreadReplacement() {
    // In waves, so that the nearest cause is named, and in the order of addresses.
    var wave = filter(\.isReplaced)
    while !wave.isEmpty {
      var next: [ResourceComparison] = []
      for index in indices where !self[index].isReplaced {
        let nearest = wave.filter { self[index].isReplaced(with: $0) }
        guard !nearest.isEmpty else { continue }
        self[index].causes = nearest.map(\.address)
        next.append(self[index])
      }
      wave = next
    }
  }
}

extension RecordedResource {
  fileprivate func added(in root: TerraformRootPath) -> ResourceChange {
    ResourceChange(
      root: root, type: type, name: name, kind: .add, arguments: [], causes: [], lostState: nil,
      losses: [], isRefused: false, isUncertain: false)
  }

  /// A block that goes takes its `prevent_destroy` along: Terraform would destroy the object.
  fileprivate func removed(from root: TerraformRootPath) -> ResourceChange {
    ResourceChange(
      root: root, type: type, name: name, kind: .remove, arguments: [], causes: [],
      lostState: HeldState.held(by: type), losses: [], isRefused: false, isUncertain: false)
  }
}
