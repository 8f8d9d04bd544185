import Synchronization

/// Carries out plans entirely or not at all.
///
/// Everything that can run out of space happens in the staging folder, before the first file
/// outside is touched. What is touched after that can be undone from the journal.
final class Transaction: Sendable {
  let disk: Disk
  /// How many files are in the staging folder; nil before there is one.
  private let stagedCount = Mutex<Int?>(nil)

  init(disk: Disk) { self.disk = disk }

  /// Makes the folder what `update` asks for.
  ///
  /// - Returns: what has been done.
  /// - Throws: why it could not be done; the folder is then as it was.
  func run(_ update: FolderUpdate) throws -> FilePlan {
    let plan: FilePlan
    do {
      plan = try update.plan(staging: stage)
      guard plan.conflicts.isEmpty else {
        throw GeneratedFolderError.conflicts(plan.conflicts, folder: disk.root)
      }
      guard !plan.changes.isEmpty else { return plan }
      try commit(plan)
    } catch {
      do throws(GeneratedFolderError) {
        try undo()
      } catch let failure {
        throw GeneratedFolderError.notUndone(failure, cause: error as? GeneratedFolderError)
      }
      throw error
    }
    try cleanUp()
    return plan
  }

  /// Writes the new files of `plan` into the staging folder and forgets their bytes; several plans may
  /// be staged at once.
  private func stage(_ plan: inout FilePlan) throws(GeneratedFolderError) {
    guard !plan.newFiles.isEmpty else { return }
    try requireWritableFolders(of: plan)
    let first = try numbers(for: plan.newFiles.count)
    for (offset, file) in plan.newFiles.enumerated() {
      try disk.createFile(Staging.newFile(first + offset), file.bytes)
      plan.stagedFiles.append(
        .init(number: first + offset, path: file.path, digest: file.digest))
    }
    plan.newFiles = []
  }

  /// Does what `plan` says, whose new files have been staged.
  private func commit(_ plan: FilePlan) throws(GeneratedFolderError) {
    precondition(plan.newFiles.isEmpty, "new files are staged before they are moved into place")
    try requireWritableFolders(of: plan)
    _ = try numbers(for: 0)
    let journal = Journal(plan)
    try disk.createFile(Staging.unfinishedJournal, Array(journal.text.utf8))
    try disk.move(Staging.unfinishedJournal, to: Staging.journal)
    for entry in journal.entries { try commit(entry) }
    try disk.removeFile(Staging.journal)
  }

  /// Removes the staging folder; the tree is whole and new by now, whatever happens here.
  private func cleanUp() throws(GeneratedFolderError) {
    do throws(GeneratedFolderError) {
      try disk.removeAll(Staging.folder)
    } catch {
      guard case .system(let failure) = error else { throw error }
      throw .notCleanedUp(failure)
    }
  }

  /// The first of `count` numbers that no staged file has; makes the folder where there is none.
  private func numbers(for count: Int) throws(GeneratedFolderError) -> Int {
    try stagedCount.withLock { staged throws(GeneratedFolderError) in
      if staged == nil {
        try disk.makeFolder(Staging.folder)
        try disk.makeFolder(Staging.newFiles)
        try disk.makeFolder(Staging.oldFiles)
      }
      let first = staged ?? 0
      staged = first + count
      return first
    }
  }

  /// Every folder in which a name comes or goes and that exists already.
  private func requireWritableFolders(of plan: FilePlan) throws(GeneratedFolderError) {
    let paths =
      plan.oldFiles + plan.oldFolders.map(\.path) + plan.newFolders + plan.newFiles.map(\.path)
    let parents = Set(paths.map { $0.parent?.text ?? "" })
    for folder in (parents.union([""])).subtracting(plan.newFolders.map(\.text)).sorted() {
      try disk.requireWritable(folder)
    }
  }

  private func commit(_ entry: Journal.Entry) throws(GeneratedFolderError) {
    switch entry {
    case .setAside(let number, let path):
      try disk.move(path.text, to: Staging.oldFile(number))
    case .removeFolder(let path, _):
      try disk.removeFolder(path.text)
    case .makeFolder(let path):
      try disk.makeFolder(path.text)
    case .moveIn(let number, let path, _):
      try disk.move(Staging.newFile(number), to: path.text)
    }
  }
}
