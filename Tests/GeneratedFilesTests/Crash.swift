import Foundation
import Synchronization
import Testing

@testable import GeneratedFiles

/// One change of a folder that needs every kind of step: files and folders come, go, change, and
/// take each other's place, beside foreign files.
enum Crash {
  /// What is there when the run starts.
  static func before() throws -> GeneratedTree {
    try GeneratedTree([
      "prod/same": "1", "prod/changed": "2", "prod/gone": "3", "prod/tf/deep/gone": "4",
      "prod/file-then-folder": "5", "prod/folder-then-file/inside": "6", "old/x/y": "7",
      "old/z": "8",
    ])
  }

  /// What the run writes.
  static func after() throws -> GeneratedTree {
    try GeneratedTree([
      "prod/same": "1", "prod/changed": "20", "prod/file-then-folder/inside": "50",
      "prod/folder-then-file": "60", "prod/new/deep/file": "70", "test/x": "80", "test/empty": "",
    ])
  }

  /// Not ours, and in the way of the last resort: see ``recover(_:)``.
  static let foreign = ["prod/notes.txt": "mine", "old/x/lock": "mine", "elsewhere": "mine"]

  /// A folder as it is before the run.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    _ = try GeneratedFolder(folder.out).write(before())
    for (path, text) in foreign { try folder.put(path, text) }
    #expect(chmod(folder.out + "/prod/folder-then-file", 0o775) == 0)
    return folder
  }

  /// The folder as it is after the run.
  static func finished() throws -> Snapshot {
    let folder = try folder()
    _ = try GeneratedFolder(folder.out).write(after())
    return try folder.snapshot()
  }

  /// Lets a new run put things right and change nothing more: it undoes a killed run, and then
  /// refuses the tree because of a foreign file.
  static func recover(
    _ out: String,
    beforeStep: @escaping @Sendable (DiskStep) throws(GeneratedFolderError) -> Void = { _ in }
  ) throws {
    let tree = try GeneratedTree(["prod/notes.txt": "generated"])
    do throws(GeneratedFolderError) {
      _ = try GeneratedFolder(out, beforeStep: beforeStep).write(tree)
      Issue.record("a foreign file was overwritten")
    } catch .conflicts {
      return
    }
  }

  /// What can be killed, each in its own process.
  enum Writer: String, Codable {
    case transaction
    /// Writes each file in its place; it has to fail the tests, or they prove nothing.
    case naive

    /// Writes ``Crash/after()`` and announces each change of the disk.
    func run(
      _ out: String, beforeStep: @escaping @Sendable (DiskStep) throws(GeneratedFolderError) -> Void
    ) throws {
      switch self {
      case .transaction:
        _ = try GeneratedFolder(out, beforeStep: beforeStep).write(Crash.after())
      case .naive:
        let disk = Disk(root: out, beforeStep: beforeStep)
        let newFiles = Mutex<[FilePlan.NewFile]>([])
        let update = FolderUpdate(
          trees: GeneratedTrees(try Crash.after()), disk: disk, discardingEdits: false,
          isParallel: false)
        let plan = try update.plan { plan in newFiles.withLock { $0 += plan.newFiles } }
        for path in plan.oldFiles { try disk.removeFile(path.text) }
        for folder in plan.oldFolders { try disk.removeFolder(folder.path.text) }
        for folder in plan.newFolders { try disk.makeFolder(folder.text) }
        for file in newFiles.withLock({ $0 }) { try disk.createFile(file.path.text, file.bytes) }
      }
    }

    /// What the next run does first.
    func recover(_ out: String) throws {
      if self == .transaction { try Crash.recover(out) }
    }

    /// Every step of an undisturbed run.
    func steps() throws -> [DiskStep] {
      let folder = try Crash.folder()
      let steps = Mutex<[DiskStep]>([])
      try run(folder.out) { step in steps.withLock { $0.append(step) } }
      return steps.withLock { $0 }
    }
  }
}

/// Counts steps and says when the one that was asked for has come.
final class StepCounter: Sendable {
  private let count = Mutex(0)
  private let target: Int

  init(target: Int) { self.target = target }

  /// Whether this is the step, the first having number 0.
  func isAtTarget() -> Bool {
    count.withLock { count in
      defer { count += 1 }
      return count == target
    }
  }
}

/// Dies as if from outside, with no chance to put anything right.
func dieAtOnce() -> Never {
  kill(getpid(), SIGKILL)
  fatalError("outlived SIGKILL")
}
