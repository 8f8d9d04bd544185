import Testing

/// What is taken away from `out/` is missed, under its own name.
@Suite struct SeededRemovalTests {
  @Test(arguments: Seed.all)
  func `what is taken away fails rows that name it, and no others`(_ seed: Seed) throws {
    let found = try #require(try Self.found.get()[seed.testDescription])
    let tree = try OutTree.committed()
    #expect(found.contains { $0.address == seed.address })
    let others = found.filter { !seed.isNamed(by: $0, in: tree) }
    #expect(others.map(\.description) == [])
  }

  /// Every message word for word, since it is what a person reads who has lost something.
  @Test func `each says where it is missed, what is wrong and what to do`() throws {
    let found = try Self.found.get()
    let messages = Seed.all.map { seed in
      (["# \(seed.testDescription) \(seed.change)"]
        + (found[seed.testDescription] ?? []).map(\.description)).joined(separator: "\n")
    }
    try expectCommitted(
      messages.joined(separator: "\n\n") + "\n", "Tests/CoverageTests/Goldens/seeds.txt")
  }

  @Test func `there are seeds in every kind of root and in every environment`() {
    #expect(Seed.all.count >= 40)
    #expect(
      Set(Seed.all.map(\.place.path)).isSuperset(
        of: [OutPlace.backend, .global, .routing, .use1, .usw1, .use1Values, .usw1Values]
          .map(\.path)))
    #expect(
      Set(Seed.all.map(\.place.environment)) == ["production", "staging", "development"])
  }

  /// What each seed fails, found once; nothing for one that takes nothing away.
  private static let found = Result {
    let tree = try OutTree.committed()
    let found = Seed.all.compactMap { seed in
      seed.applied(to: tree).map { (seed.testDescription, failures(of: Coverage.rows, in: $0)) }
    }
    return Dictionary(uniqueKeysWithValues: found)
  }
}
