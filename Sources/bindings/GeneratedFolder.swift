import Foundation

/// The folder that the generated files lie in, beside files that people write.
///
/// It owns what ends in `.generated.swift` and touches nothing else.
struct GeneratedFolder {
  private let url: URL
  private let ending = ".generated.swift"

  init(_ url: URL) { self.url = url }

  /// What has to happen so that the folder holds `files` and no other generated file.
  func changes(toHold files: [String: String]) throws -> FolderChanges {
    let present = try FileManager.default.contentsOfDirectory(atPath: url.path())
      .filter { $0.hasSuffix(ending) }
    let stale = Set(present).subtracting(files.keys)
    let missing = Set(files.keys).subtracting(present)
    let differing = try files.filter { name, contents in
      guard !missing.contains(name) else { return false }
      return try Data(contentsOf: url.appending(path: name)) != Data(contents.utf8)
    }
    return FolderChanges(
      added: missing.sorted(), changed: differing.keys.sorted(), removed: stale.sorted())
  }

  /// Makes those changes, and says which; a file that is right already isn't touched.
  func write(_ files: [String: String]) throws -> FolderChanges {
    let changes = try changes(toHold: files)
    for name in changes.added + changes.changed {
      try Data((files[name] ?? "").utf8).write(to: url.appending(path: name), options: .atomic)
    }
    for name in changes.removed {
      try FileManager.default.removeItem(at: url.appending(path: name))
    }
    return changes
  }
}

/// How a folder differs from what it should hold, by file name.
struct FolderChanges: Equatable {
  let added: [String]
  let changed: [String]
  let removed: [String]

  var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }

  /// One line a file.
  var lines: [String] {
    added.map { "  add \($0)" } + changed.map { "  change \($0)" }
      + removed.map { "  remove \($0)" }
  }
}
