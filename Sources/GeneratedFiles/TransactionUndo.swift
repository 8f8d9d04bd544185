extension Transaction {
  /// Puts back what a run had changed that did not end, this one or one that was killed.
  ///
  /// Returns whether there was such a run. It can be stopped at any point and called again.
  @discardableResult
  func undo() throws(GeneratedFolderError) -> Bool {
    switch try disk.entry(at: Staging.folder)?.kind {
    case nil: return false
    case .folder?: break
    case .file?, .symbolicLink?, .other?: throw damaged("is not a folder")
    }
    if try disk.entry(at: Staging.journal)?.kind == .file {
      guard let journal = Journal(parsing: try disk.contents(of: Staging.journal)) else {
        throw damaged("its journal can't be read")
      }
      for entry in journal.entries.reversed() { try undo(entry) }
      try disk.removeFile(Staging.journal)
    }
    try disk.removeAll(Staging.folder)
    return true
  }

  private func undo(_ entry: Journal.Entry) throws(GeneratedFolderError) {
    switch entry {
    case .moveIn(let number, let path, let digest):
      guard try disk.entry(at: Staging.newFile(number)) == nil,
        let file = try target(of: path)
      else { return }
      guard file.kind == .file, try disk.hexDigest(of: path.text) == digest else {
        throw damaged("\(disk.location(path.text)) was changed since: move it out of the way")
      }
      try disk.move(path.text, to: Staging.newFile(number))

    case .makeFolder(let path):
      guard try target(of: path)?.kind == .folder else { return }
      try disk.removeFolderIfEmpty(path.text)

    case .removeFolder(let path, let mode):
      guard try target(of: path) == nil else { return }
      try disk.makeFolder(path.text, mode: mode)
      try disk.setMode(mode, of: path.text)

    case .setAside(let number, let path):
      guard try disk.entry(at: Staging.oldFile(number)) != nil else { return }
      guard try target(of: path) == nil else {
        throw damaged("\(disk.location(path.text)) was put there since: move it out of the way")
      }
      try disk.move(Staging.oldFile(number), to: path.text)
    }
  }

  /// What lies at `path`, after a look at each folder above it: time has passed since the plan.
  private func target(of path: GeneratedPath) throws(GeneratedFolderError) -> Disk.Entry? {
    for folder in path.ancestors {
      guard try disk.entry(at: folder.text)?.kind != .symbolicLink else {
        throw damaged("\(disk.location(folder.text)) is a symbolic link now: delete it")
      }
    }
    return try disk.entry(at: path.text)
  }

  private func damaged(_ problem: String) -> GeneratedFolderError {
    .damagedStaging(path: disk.location(Staging.folder), problem: problem)
  }
}
