import TestSupport
import Testing

/// Each assertion on plans can fail: a root that is broken where it looks makes it do so.
@Suite struct BrokenPlanTests {
  @Test(arguments: try BrokenPlan.all())
  func `a broken root fails the assertions that are named, and no other`(_ broken: BrokenPlan)
    async throws
  {
    let result = try await PlanTest(root: broken.root).run(after: broken.changes)
    #expect(result.passed == 0)
    #expect(Set(result.diagnostics.map(\.summary)) == ["Check block assertion failed"])
    #expect(broken.problems(result.diagnostics.compactMap(\.detail)) == [])
  }

  @Test(arguments: try PlanCheckFile.asserting())
  func `every assertion of a check has a root that is broken for it`(_ check: PlanCheckFile) throws
  {
    let seeded = try BrokenPlan.all()
      .filter { try PlanTest(root: $0.root).checkFiles().contains { $0.path == check.path } }
      .flatMap { $0.seeds[check.name]?.keys.sorted() ?? [] }
    #expect(Set(check.assertions) == Set(seeded), "in Plans/broken")
  }

  @Test func `names what holds and what fails against the seeds`() throws {
    let root = try #require(TerraformCommittedRoot.all().first)
    let broken = BrokenPlan(
      root: root, seeds: ["network": ["no way out": [:], "another network": [:]]])
    #expect(broken.problems(["another network: range", "no way out"]) == [])
    #expect(
      broken.problems(["another network: range", "a bucket is open: logs"]) == [
        "holds, and should not: no way out",
        "fails, and should not: a bucket is open: logs",
      ])
  }
}
