/// Carries out a plan entirely or not at all.
///
/// Everything that can run out of space happens in the staging folder, before the first file
/// outside is touched. What is touched after that can be undone from the journal.
struct Transaction {
  let disk: Disk

  /// Carries out `plan`, or throws and leaves the folder as it was.
  func run(_ plan: FilePlan) throws(GeneratedFolderError) {
    let journal = Journal(plan)
    do throws(GeneratedFolderError) {
      try requireWritableFolders(of: plan)
      try stage(plan.newFiles, journal)
      for entry in journal.entries { try commit(entry) }
      try disk.removeFile(Staging.journal)
    } catch {
      do throws(GeneratedFolderError) {
        try undo()
      } catch let failure {
        throw .notUndone(failure, cause: error)
      }
      throw error
    }
    try cleanUp()
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

  private func stage(
    _ files: [FilePlan.NewFile], _ journal: Journal
  ) throws(GeneratedFolderError) {
    try disk.makeFolder(Staging.folder)
    try disk.makeFolder(Staging.newFiles)
    try disk.makeFolder(Staging.oldFiles)
    for (number, file) in files.enumerated() {
      try disk.createFile(Staging.newFile(number), file.bytes)
    }
    try disk.createFile(Staging.unfinishedJournal, Array(journal.text.utf8))
    try disk.move(Staging.unfinishedJournal, to: Staging.journal)
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

  /// The tree is whole and new by now, whatever happens here.
  private func cleanUp() throws(GeneratedFolderError) {
    do throws(GeneratedFolderError) {
      try disk.removeAll(Staging.folder)
    } catch {
      guard case .system(let failure) = error else { throw error }
      throw .notCleanedUp(failure)
    }
  }
}
