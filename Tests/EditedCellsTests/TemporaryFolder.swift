import Foundation
import TestSupport

/// A temporary folder, as places have its path; gone when the last one who holds it is.
final class TemporaryFolder: Sendable {
  let url: URL

  init(_ name: String) throws {
    url = FileManager.default.temporaryDirectory.appending(path: "\(name)-\(UUID().uuidString)")
      .resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do {
      try FileManager.default.removeItem(at: url)
    } catch {
      print("left behind: \(url.path): \(error)")
    }
  }
}

/// The build that these tests are a part of.
func build() throws -> PackageBuild { try PackageBuild(of: TemporaryFolder.self) }
