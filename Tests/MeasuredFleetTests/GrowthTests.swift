import Commands
import Foundation
import TestSupport
import Testing

/// What the generator does grows with the fleet and no faster: twice the cells, twice the operations.
///
/// Operations are counted and not seconds, so a busy machine changes nothing.
@Suite struct GrowthTests {
  @Test func `resolving and checking takes as many operations for each cell, however many`()
    async throws
  {
    let growth = try await growth(of: "validation", from: 100)
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `generating and writing takes as many operations for each cell, however many`()
    async throws
  {
    let growth = try await growth(of: "writing", from: 12)
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `finding that nothing has changed takes as many for each cell, however many`()
    async throws
  {
    let growth = try await growth(of: "comparison", from: 12)
    #expect(growth.isLinear, "\(growth)")
  }

  @Test func `a step for each pair of environments would be seen`() async throws {
    let growth = try await growth(of: "pairs", from: 12)
    #expect(!growth.isLinear, "\(growth)")
  }

  @Test func `linear growth may begin anywhere, and a small quadratic part shows`() {
    #expect(Growth(counts: [1100, 1200, 1400]).isLinear)
    #expect(Growth(counts: [100, 200, 400]).isLinear)
    // Less than linear: something is done once.
    #expect(Growth(counts: [100, 150, 240]).isLinear)
    // 100 for each of 10, 20 and 40, and one for each pair.
    #expect(!Growth(counts: [1100, 2400, 5600]).isLinear)
  }

  @Test(arguments: [
    [], ["writing", "12"], ["wandering", "12", "out"], ["writing", "0", "out"],
    ["writing", "2001", "out"], ["writing", "12", "out", "more"],
  ])
  func `a wrong command line is answered with the right one`(words: [String]) async throws {
    let program = try PackageBuild(of: Anchor.self).executable("count-operations")
    let command = Command(program, words, advice: "build the package first")
    let result = try await command.run(timeLimit: .seconds(60))
    #expect(result.status == .exited(64))
    #expect(
      result.errorText == """
        error: the command line is wrong
          fix: write `count-operations validation|writing|comparison|pairs <cells, 1 to 2000> <folder>`

        """)
  }

  private func growth(of subject: String, from cells: Int) async throws -> Growth {
    let program = try PackageBuild(of: Anchor.self).executable("count-operations")
    var counts: [Int] = []
    for factor in [1, 2, 4] {
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "growth-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let command = Command(
        program, [subject, "\(cells * factor)", folder.path],
        environment: ["SWIFT_DETERMINISTIC_HASHING": "1"], advice: "build the package first")
      let result = try await command.run(timeLimit: .seconds(240))
      try #require(result.status.isSuccess, "\(result.errorText)")
      let text = result.outputText.trimmingCharacters(in: .whitespacesAndNewlines)
      counts.append(try #require(Int(text), "\(text)"))
    }
    return Growth(counts: counts)
  }

  private final class Anchor {}
}

/// Counts for n, 2n and 4n cells.
private struct Growth: CustomStringConvertible {
  let counts: [Int]

  /// Whether the second step, which adds twice as many cells as the first, costs no more than twice as
  /// much, but for a twentieth: tables that grow are copied now and then.
  var isLinear: Bool {
    let first = Double(counts[1] - counts[0])
    let second = Double(counts[2] - counts[1])
    return second <= 2 * 1.05 * first
  }

  var description: String {
    "\(counts[0]), \(counts[1]) and \(counts[2]) operations for n, 2n and 4n cells"
  }
}
