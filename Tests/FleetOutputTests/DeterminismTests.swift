import Cells
import GeneratedFiles
import Testing

/// Equal descriptions give equal bytes.
@Suite struct DeterminismTests {
  @Test func `the same fleet gives the same bytes ten times`() throws {
    let first = try tree(of: Cells.fleet)
    #expect(!first.paths.isEmpty)
    for _ in 1..<10 { #expect(try tree(of: Cells.fleet) == first) }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `the order of declarations can't be seen in the output`(_ seed: UInt64) throws {
    var reference = ShuffledFleet(random: SeededRandom(seed: 0))
    var shuffled = ShuffledFleet(random: SeededRandom(seed: seed))
    let expected = try tree(of: reference.fleet())
    let found = try tree(of: shuffled.fleet())
    let differences = expected.differences(to: found)
    #expect(differences.added == [])
    #expect(differences.changed == [])
    #expect(differences.removed == [])
    #expect(expected == found)
    #expect(expected.environments == ["blue", "green"])
  }
}
