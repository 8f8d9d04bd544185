import Testing

/// One resource or argument that is taken away from `out/`, or changed, to see that it is missed.
struct Seed: Sendable, CustomTestStringConvertible {
  enum Change: Sendable, CustomStringConvertible {
    case removed
    case made(OutValue)

    var description: String {
      switch self {
      case .removed: "is removed"
      case .made(let value): "is made \(value)"
      }
    }
  }

  let place: OutPlace
  let address: String
  /// Nothing where the whole block goes.
  let argument: ArgumentPath?
  let change: Change
  init(
    _ place: OutPlace, _ address: String, _ argument: ArgumentPath? = nil,
    _ change: Change = .removed
  ) {
    self.place = place
    self.address = address
    self.argument = argument
    self.change = change
  }

  var testDescription: String {
    [place.path, address, argument?.description].compactMap { $0 }.joined(separator: ": ")
  }

  /// The tree without it; nil where it is not there in the first place.
  func applied(to tree: OutTree) -> OutTree? {
    guard let pointer = pointer(in: tree), var seeded = tree.roots[place.path] else { return nil }
    switch change {
    case .removed: seeded.value = seeded.value.replacing(pointer, with: nil)
    case .made(let value): seeded.value = seeded.value.replacing(pointer, with: value)
    }
    var result = tree
    result.roots[place.path] = seeded
    return result
  }

  /// Whether a failure speaks of what was taken away: of it, of something in it, or of what holds it.
  func isNamed(by failure: CoverageFailure, in tree: OutTree) -> Bool {
    guard failure.place.path == place.path, let pointer = pointer(in: tree),
      let seeded = applied(to: tree)
    else { return false }
    let path = ArgumentPath(failure.argument)
    if failure.address == address, path.steps.starts(with: argument?.steps ?? []) { return true }
    let spoken = [tree, seeded].flatMap { tree in
      tree.roots[place.path]?.locate(failure.address, path) ?? []
    }
    return !spoken.isEmpty
      && spoken.allSatisfy {
        $0.keys.starts(with: pointer.keys) || pointer.keys.starts(with: $0.keys)
      }
  }

  private func pointer(in tree: OutTree) -> OutPointer? {
    let root = tree.roots[place.path]
    guard let argument else { return root?.locate(address) }
    let found = root?.locate(address, argument) ?? []
    return found.count == 1 ? found[0] : nil
  }
}
