import TestSupport
import Testing

/// Every root of `out/` is given to the real terraform.
@Suite struct CommittedRootsTests {
  @Test func `there are roots`() {
    #expect(!TerraformCommittedRoot.all().isEmpty, "out/ holds no root; run `make generate`")
  }

  @Test(arguments: TerraformCommittedRoot.all())
  func `terraform initialises and validates without an error or a warning`(
    _ root: TerraformCommittedRoot
  ) async throws {
    let diagnostics = try await TerraformRootCopy.with(root.folder) { copy in
      try await copy.initialise()
      return try await copy.validate()
    }
    #expect(diagnostics.map(\.description) == [])
  }

  @Test(arguments: TerraformCommittedRoot.all())
  func `the plan is what its checks say`(_ root: TerraformCommittedRoot) async throws {
    let result = try await PlanTest(root: root).run()
    #expect(result.diagnostics.map(\.description) == [])
    #expect(result.passed == 1)
  }
}
