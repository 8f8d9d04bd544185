import Foundation
import GeneratedFiles

/// A folder on the real file system that is gone when the test is.
final class TemporaryFolder {
  /// The folder of generated files in it, which is not made yet.
  let out: String
  /// Around it, for what has to lie outside.
  let root: String

  init() throws {
    let name = "generated-files-\(UUID().uuidString)"
    root = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    out = root + "/out"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit {
    // A test may have taken the right to write away from itself.
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    for name in [""] + names where isFolder(root + "/" + name) {
      chmod(root + "/" + name, 0o755)
    }
    do {
      try FileManager.default.removeItem(atPath: root)
    } catch {
      print("left behind: \(root): \(error)")
    }
  }

  /// Another folder with the same content and permissions.
  func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: out, toPath: copy.out)
    return copy
  }

  /// Writes a file below `out`, and the folders above it, as a person would.
  func put(_ path: String, _ text: String) throws {
    let target = URL(fileURLWithPath: out + "/" + path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }

  func text(_ path: String) throws -> String {
    try String(contentsOfFile: out + "/" + path, encoding: .utf8)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: out + "/" + path)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: out + "/" + path, withIntermediateDirectories: true)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: out + "/" + path, withDestinationPath: target)
  }

  /// Everything in `out` as it is on disk.
  func snapshot() throws -> Snapshot { try Snapshot(of: out) }
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// What a folder holds, down to permissions: two are equal where nobody can tell them apart.
struct Snapshot: Equatable {
  enum Entry: Equatable {
    case folder(mode: UInt32)
    case file(mode: UInt32, Data)
    case link(String)
  }

  var entries: [String: Entry] = [:]

  init() {}

  init(of folder: String) throws {
    for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
      let mode = UInt32(status.st_mode & 0o7777)
      switch status.st_mode & S_IFMT {
      case S_IFDIR: entries[name] = .folder(mode: mode)
      case S_IFLNK:
        entries[name] = .link(try FileManager.default.destinationOfSymbolicLink(atPath: path))
      default:
        entries[name] = .file(mode: mode, try Data(contentsOf: URL(fileURLWithPath: path)))
      }
    }
  }

  /// The files as text.
  var texts: [String: String] {
    entries.compactMapValues { entry in
      guard case .file(_, let bytes) = entry else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Without the folder in which a run prepares its files.
  var withoutStaging: Snapshot {
    var copy = self
    copy.entries = entries.filter { !$0.key.hasPrefix(".cellctl-staging") }
    return copy
  }
}

extension GeneratedTree {
  /// A tree of texts.
  init(_ texts: [String: String]) throws {
    self.init()
    for (path, text) in texts.sorted(by: { $0.key < $1.key }) { try add(path, text: text) }
  }
}

extension GeneratedFolderError {
  /// The conflicts as `kind path`, or nil where it is another error.
  var conflictList: [String]? {
    guard case .conflicts(let conflicts, _) = self else { return nil }
    return conflicts.map { "\($0.kind) \($0.path)" }
  }
}

/// The conflicts with which `write` refuses, or nil where it doesn't.
func refusal(
  of tree: GeneratedTree, in folder: TemporaryFolder, discardingEdits: Bool = false
) -> [String]? {
  do throws(GeneratedFolderError) {
    _ = try GeneratedFolder(folder.out).write(tree, discardingEdits: discardingEdits)
    return nil
  } catch {
    return error.conflictList
  }
}
