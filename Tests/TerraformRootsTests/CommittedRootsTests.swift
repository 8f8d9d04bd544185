import Foundation
import TestSupport
import Testing

/// Every root of `out/` is given to the real terraform.
@Suite struct CommittedRootsTests {
  @Test func `there are roots`() {
    #expect(!TerraformCommittedRoot.all().isEmpty, "out/ holds no root; run `make generate`")
  }

  @Test(arguments: TerraformCommittedRoot.all())
  func `terraform validates without an error or a warning`(_ root: TerraformCommittedRoot)
    async throws
  {
    let diagnostics = try await TerraformRootCopy.with(root.folder) { try await $0.validate() }
    #expect(diagnostics.map(\.description) == [])
  }

  @Test(arguments: TerraformCommittedRoot.all())
  func `the plan is what its test file says`(_ root: TerraformCommittedRoot) async throws {
    let file = "\(plans)/\(root.planTest)"
    try #require(
      FileManager.default.fileExists(atPath: file),
      "write Tests/TerraformRootsTests/Plans/\(root.planTest)")
    let result = try await TerraformRootCopy.with(root.folder) { try await $0.test(file) }
    #expect(result.diagnostics.map(\.description) == [])
    #expect(result.passed > 0)
  }

  @Test func `every plan test belongs to a root`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: plans)
      .filter { $0.hasSuffix(".tftest.hcl") }
    #expect(Set(files).subtracting(TerraformCommittedRoot.all().map(\.planTest)) == [])
  }
}

/// Where the plan tests lie.
private let plans = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Plans"
