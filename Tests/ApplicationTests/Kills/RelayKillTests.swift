import ServiceTestSupport
import TestSupport
import Testing

/// Every alert that was answered with 202 is published at least once, and none that was never made,
/// wherever the API and its relay are killed.
@Suite(.serialized) struct RelayKillTests {
  private func run(_ name: String, _ phases: [KillHarness.Phase]) async throws
    -> KillHarness.Outcome
  {
    let program = try PackageBuild(of: APIProcessTests.Anchor.self).executable(name)
    return try await KillHarness(program: program, phases: phases).run()
  }

  @Test func `nothing is lost or invented, wherever the API is killed`() async throws {
    var phases: [KillHarness.Phase] = []
    for round in 0..<7 {
      phases += [.request, .publishing, .published, .marking]
      if round % 3 == 0 { phases.append(.database) }
    }
    let outcome = try await run("bizcomms-api", phases)
    let histogram = KillHarness.Phase.allCases.map { "\($0): \(outcome.kills[$0] ?? 0)" }
    print("kills: \(histogram.joined(separator: ", ")); accepted: \(outcome.accepted.count)")
    let window = [KillHarness.Phase.publishing, .published, .marking].compactMap {
      outcome.kills[$0]
    }
    #expect(window.reduce(0, +) >= 20)
    #expect(outcome.accepted.count > phases.count)
    #expect(outcome.lost == [])
    #expect(outcome.invented == [])
    #expect(
      outcome.published.values.contains { $0 > 1 }, "no event came twice: was anything killed?")
  }

  @Test func `a relay that marks before it publishes is found out`() async throws {
    let outcome = try await run("naive-api", [.publishing, .publishing, .publishing])
    #expect(!outcome.lost.isEmpty)
  }
}
