public import Foundation

/// The build that the running tests are a part of, wherever its folder is.
public struct PackageBuild: Sendable {
  /// The folder of `<module>.swiftmodule`.
  public let modules: URL
  /// The folder above it, with the executables, and `<module>.build` for the object files of each.
  let folder: URL

  /// Finds the build above the bundle of a test's class.
  ///
  /// - Throws: ``MissingBuild`` where the tests were not started by `swift test`.
  public init(of test: AnyClass) throws {
    for start in [Bundle(for: test).bundleURL, Bundle.main.bundleURL] {
      var folder = start.resolvingSymlinksInPath()
      while folder.pathComponents.count > 1 {
        let modules = folder.appending(path: "Modules")
        let ours = modules.appending(path: "CellDescription.swiftmodule")
        if FileManager.default.fileExists(atPath: ours.path) {
          self.modules = modules
          self.folder = folder
          return
        }
        folder.deleteLastPathComponent()
      }
    }
    throw MissingBuild(
      description: "no Modules/CellDescription.swiftmodule above \(Bundle.main.bundleURL.path): "
        + "run these tests with `swift test`")
  }

  /// The path of an executable.
  public func executable(_ name: String) throws -> String {
    let path = folder.appending(path: name).path
    guard FileManager.default.isExecutableFile(atPath: path) else {
      throw MissingBuild(description: "there is no \(path); run `swift build --product \(name)`")
    }
    return path
  }

  /// The object files of `module`, of the sources that it has now.
  public func objects(of module: String) throws -> [String] {
    let map = folder.appending(path: "\(module).build/output-file-map.json")
    guard FileManager.default.fileExists(atPath: map.path) else {
      return try objectsOfC(module)
    }
    let outputs = try JSONDecoder().decode(
      [String: [String: String]].self, from: Data(contentsOf: map))
    let objects = outputs.filter { !$0.key.isEmpty }.compactMap { $0.value["object"] }.sorted()
    guard !objects.isEmpty else { throw MissingBuild(description: "no object in \(map.path)") }
    return objects
  }

  /// The object files of a module that is written in C.
  private func objectsOfC(_ module: String) throws -> [String] {
    let build = folder.appending(path: "\(module).build")
    let files = try FileManager.default.contentsOfDirectory(atPath: build.path)
    let objects = files.filter { $0.hasSuffix(".o") }.sorted()
    guard !objects.isEmpty else { throw MissingBuild(description: "no object in \(build.path)") }
    return objects.map { build.appending(path: $0).path }
  }
}

/// There is no build that a test could compile against.
public struct MissingBuild: Error, CustomStringConvertible {
  /// What is missing where.
  public let description: String
}
