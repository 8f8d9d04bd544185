import Cells
import Foundation
import GeneratedFiles
import Testing

/// `out/` as it is committed is what `cells/` says, file for file.
@Suite struct CommittedOutputTests {
  private let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  @Test func `out holds the generated files and manifests, and nothing else`() throws {
    var expected = try tree(of: Cells.fleet).texts
    let folder = package.appending(path: "out")
    var found = try files(in: folder)
    let manifests = found.keys.filter { $0.hasSuffix("/manifest.json") }
    #expect(
      manifests.sorted() == [
        "development/manifest.json", "production/manifest.json", "staging/manifest.json",
      ])
    for manifest in manifests { found[manifest] = nil }
    #expect(found.keys.sorted() == expected.keys.sorted(), "run `make generate`")
    for (path, text) in found {
      #expect(expected.removeValue(forKey: path) == text, "\(path): run `make generate`")
    }
  }

  @Test func `the manifests own exactly what is there`() throws {
    let report = try GeneratedFolder(package.appending(path: "out").path)
      .check(tree(of: Cells.fleet))
    #expect(report.changes == [])
    #expect(report.conflicts == [])
  }

  /// The files below a folder by relative path, without what terraform leaves when somebody works
  /// in a root by hand.
  private func files(in folder: URL) throws -> [String: String] {
    var found: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appending(path: path)
      let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
      let isTerraforms =
        path.contains("/.terraform") || path.contains("/terraform.tfstate")
        || path.hasPrefix(".cellctl-")
      guard isFolder != true, !isTerraforms else { continue }
      found[path] = try String(contentsOf: url, encoding: .utf8)
    }
    return found
  }
}
