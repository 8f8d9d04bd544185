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
    if let lock = try FolderLock(disk, for: .writing) {
      return try write(tree, discardingEdits: discardingEdits, under: lock)
    }
    guard !tree.paths.isEmpty else {
      return WriteReport(changes: [], unchanged: [], discarded: [], undidKilledRun: false)
    }
    try disk.makeRoot()
    guard let lock = try FolderLock(disk, for: .writing) else { throw .anotherRun(folder: path) }
    do throws(GeneratedFolderError) {
      return try write(tree, discardingEdits: discardingEdits, under: lock)
    } catch {
      do throws(GeneratedFolderError) {
        try disk.removeFolderIfEmpty("")
      } catch let failure {
        throw .notUndone(failure, cause: error)
      }
      throw error
    }
  }

  private func write(
    _ tree: GeneratedTree, discardingEdits: Bool, under lock: borrowing FolderLock
  ) throws(GeneratedFolderError) -> WriteReport {
    let transaction = Transaction(disk: disk)
    let undidKilledRun: Bool
    do throws(GeneratedFolderError) {
      undidKilledRun = try transaction.undo()
    } catch {
      throw .notUndone(error, cause: nil)
    }
    let plan = try Comparison.plan(for: tree, on: disk, discardingEdits: discardingEdits)
    guard plan.conflicts.isEmpty else { throw .conflicts(plan.conflicts, folder: path) }
    if !plan.changes.isEmpty { try transaction.run(plan) }
    return WriteReport(
      changes: plan.changes, unchanged: plan.unchanged, discarded: plan.discarded,
      undidKilledRun: undidKilledRun)
  }

  /// Compares the folder with `tree` and changes nothing; a read-only file system will do.
  ///
  /// Throws only where the folder can't be read or another run is writing. After a run that was
  /// killed, that is all the report says, because the files may be of two trees.
  public func check(_ tree: GeneratedTree) throws(GeneratedFolderError) -> CheckReport {
    let lock = try FolderLock(disk, for: .reading)
    if lock != nil, let staging = GeneratedPath(validating: Staging.folder),
      try disk.entry(at: staging.text) != nil
    {
      return CheckReport(changes: [], conflicts: [.killedRun(staging)])
    }
    let plan = try Comparison.plan(for: tree, on: disk, discardingEdits: false)
    return CheckReport(changes: plan.changes, conflicts: plan.conflicts)
  }
}
