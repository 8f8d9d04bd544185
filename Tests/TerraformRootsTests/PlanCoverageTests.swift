import Foundation
import TestSupport
import Testing

/// Nothing of a root is left out of what its plan has to be.
@Suite struct PlanCoverageTests {
  @Test(arguments: TerraformCommittedRoot.all())
  func `a root has its figures`(_ root: TerraformCommittedRoot) {
    let test = PlanTest(root: root)
    for file in [test.testFile, test.environmentFile] {
      #expect(FileManager.default.fileExists(atPath: file), "write \(file)")
    }
  }

  @Test func `all figures and all broken roots belong to a root`() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: PlanTest.folder)
      .map { "\(PlanTest.folder)/\($0)" }
    let roots = TerraformCommittedRoot.all().map(PlanTest.init)
    let figures = files.filter { $0.hasSuffix(".tftest.hcl") || $0.hasSuffix(".tfvars") }
    #expect(Set(figures).subtracting(roots.flatMap { [$0.testFile, $0.environmentFile] }) == [])
    let broken = files.filter { $0.contains("/Plans/broken/") && $0.hasSuffix(".json") }
      .map { URL(filePath: $0).deletingLastPathComponent().path }
    #expect(Set(broken).subtracting(roots.map { "\(PlanTest.folder)/broken/\($0.root)" }) == [])
  }

  @Test(arguments: TerraformCommittedRoot.all())
  func `a check is about each file of a root, and one looks at each resource`(
    _ root: TerraformCommittedRoot
  ) throws {
    let coverage = PlanCoverage(
      files: try TerraformRootFiles(root.folder), checks: try PlanTest(root: root).checkFiles())
    #expect(coverage.gaps == [])
  }

  @Test func `every check is about a file of a root`() throws {
    let used = try TerraformCommittedRoot.all().flatMap { try PlanTest(root: $0).checkFiles() }
    #expect(Set(try PlanCheckFile.asserting().map(\.path)).subtracting(used.map(\.path)) == [])
  }

  @Test(arguments: try PlanCheckFile.asserting())
  func `a check asserts each of its facts, and says what was planned`(_ check: PlanCheckFile) {
    #expect(check.problems == [])
  }
}
