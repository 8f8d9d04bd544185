/// The folder on disk that holds generated files, one folder in it for each environment.
///
/// It changes only what it owns: a file that no manifest names, or whose bytes are not those that
/// were written, is somebody else's, and stays unless the caller asks to discard it. Foreign files
/// beside the generated ones are never touched; `terraform` leaves `.terraform/` there.
///
/// A change is made entirely or not at all, even where the process is killed: the next write first
/// puts back what a killed run had changed. A power cut is out of scope. Surviving one would take
/// an `fsync` of each file and folder, which costs more than all the rest, and the content is not
/// worth it: it can be generated again, and is in version control.
public struct GeneratedFolder: Sendable {
  /// Where it is, as the caller named it.
  public let path: String
  private let disk: Disk

  /// Names a folder; it is made by the first write if it is missing.
  public init(_ path: String) {
    self.init(path) { _ in }
  }

  /// Names a folder whose every change is announced first; an error takes the place of the change.
  package init(
    _ path: String,
    beforeStep: @escaping @Sendable (DiskStep) throws(GeneratedFolderError) -> Void
  ) {
    self.path = path
    disk = Disk(root: path, beforeStep: beforeStep)
  }

  /// Makes the folder hold exactly `tree`, beside foreign files.
  ///
  /// Where nothing differs, nothing is written. With `discardingEdits`, hand-edited and foreign
  /// files are overwritten where the tree needs their place, and removed where they are no longer
  /// generated. Files get mode 0644 and folders 0755, less the process's mask.
  public func write(
    _ tree: GeneratedTree, discardingEdits: Bool = false
  ) throws(GeneratedFolderError) -> WriteReport {
    let update = FolderUpdate(
      trees: GeneratedTrees(tree), disk: disk, discardingEdits: discardingEdits,
      isParallel: false)
    do {
      return try write(update)
    } catch {
      throw Self.ownError(error)
    }
  }

  /// Makes the folder hold exactly `trees`, as ``write(_:discardingEdits:)`` does with one tree; each
  /// is made, compared and staged on its own, several at once.
  ///
  /// - Throws: ``GeneratedFolderError``, or the error of `trees`; the folder is then as it was.
  public func write(
    _ trees: GeneratedTrees, discardingEdits: Bool = false
  ) throws -> WriteReport {
    try write(
      FolderUpdate(
        trees: trees, disk: disk, discardingEdits: discardingEdits, isParallel: true))
  }

  /// Compares the folder with `tree` and changes nothing; a read-only file system will do.
  ///
  /// Throws only where the folder can't be read or another run is writing. After a run that was
  /// killed, that is all the report says, because the files may be of two trees.
  public func check(_ tree: GeneratedTree) throws(GeneratedFolderError) -> CheckReport {
    let update = FolderUpdate(
      trees: GeneratedTrees(tree), disk: disk, discardingEdits: false, isParallel: false)
    do {
      return try check(update)
    } catch {
      throw Self.ownError(error)
    }
  }

  /// Compares the folder with `trees`, as ``check(_:)`` does with one tree.
  ///
  /// - Throws: ``GeneratedFolderError``, or the error of `trees`.
  public func check(_ trees: GeneratedTrees) throws -> CheckReport {
    try check(FolderUpdate(trees: trees, disk: disk, discardingEdits: false, isParallel: true))
  }

  /// The only error that is thrown where the trees are there already.
  private static func ownError(_ error: any Error) -> GeneratedFolderError {
    guard let error = error as? GeneratedFolderError else {
      preconditionFailure("no tree had to be made, and yet: \(error)")
    }
    return error
  }

  private func write(_ update: FolderUpdate) throws -> WriteReport {
    if let lock = try FolderLock(disk, for: .writing) {
      return try write(update, under: lock)
    }
    guard !update.trees.environments.isEmpty else {
      return WriteReport(changes: [], unchanged: [], discarded: [], undidKilledRun: false)
    }
    try disk.makeRoot()
    guard let lock = try FolderLock(disk, for: .writing) else {
      throw GeneratedFolderError.anotherRun(folder: path)
    }
    do {
      return try write(update, under: lock)
    } catch {
      do throws(GeneratedFolderError) {
        try disk.removeFolderIfEmpty("")
      } catch let failure {
        throw GeneratedFolderError.notUndone(failure, cause: error as? GeneratedFolderError)
      }
      throw error
    }
  }

  private func write(
    _ update: FolderUpdate, under lock: borrowing FolderLock
  ) throws -> WriteReport {
    let transaction = Transaction(disk: disk)
    let undidKilledRun: Bool
    do throws(GeneratedFolderError) {
      undidKilledRun = try transaction.undo()
    } catch {
      throw GeneratedFolderError.notUndone(error, cause: nil)
    }
    let plan = try transaction.run(update)
    return WriteReport(
      changes: plan.changes, unchanged: plan.unchanged, discarded: plan.discarded,
      undidKilledRun: undidKilledRun)
  }

  private func check(_ update: FolderUpdate) throws -> CheckReport {
    let lock = try FolderLock(disk, for: .reading)
    if lock != nil, let staging = GeneratedPath(validating: Staging.folder),
      try disk.entry(at: staging.text) != nil
    {
      return CheckReport(changes: [], unchanged: [], conflicts: [.killedRun(staging)])
    }
    let plan = try update.plan { _ in }
    return CheckReport(
      changes: plan.changes, unchanged: plan.unchanged, conflicts: plan.conflicts)
  }
}
