import Testing

/// No assertion of the table holds whatever is in `out/`.
@Suite struct AssertionStrengthTests {
  @Test func `every assertion fails, by name, when what it asserts is taken away`() throws {
    let tree = try OutTree.committed()
    for claim in Coverage.rows.flatMap(\.claims) {
      for place in claim.places {
        let address = place.fill(claim.address)
        for argument in claim.arguments {
          let path = ArgumentPath(place.fill(argument.path.description))
          let only = CoverageClaim([place], claim.address, [argument.path: argument.expectation])
          let weaker = tree.without(address, path, argument.expectation, in: place)
          let found = failures(of: only, in: weaker, because: "").map {
            "\($0.address): \($0.argument)"
          }
          #expect(
            found == ["\(address): \(path)"] || found == ["\(address): "],
            "\(place.path): \(address): \(path) is missed by \(found)")
        }
      }
    }
  }

  @Test func `every row fails, by name, when its block is taken away`() throws {
    let tree = try OutTree.committed()
    for claim in Coverage.rows.flatMap(\.claims) {
      for place in claim.places where !claim.wantsNothing {
        let address = place.fill(claim.address)
        let only = CoverageClaim([place], claim.address, [:])
        let weaker = tree.without(address, "", .present, in: place)
        let found = failures(of: only, in: weaker, because: "")
        #expect(found.map(\.address) == [address], "\(place.path): \(address)")
        #expect(found.map(\.problem) == ["is not there"])
      }
    }
  }
}

extension OutTree {
  /// This tree where `expectation` can't hold: without the argument, or, where there must be none, with it.
  fileprivate func without(
    _ address: String, _ argument: ArgumentPath, _ expectation: Expectation, in place: OutPlace
  ) -> OutTree {
    guard var root = roots[place.path] else { return self }
    if expectation == .absent {
      root = root.planting(address, argument)
    } else {
      for pointer in root.locate(address, argument).reversed() {
        root.value = root.value.replacing(pointer, with: nil)
      }
    }
    var tree = self
    tree.roots[place.path] = root
    return tree
  }
}
