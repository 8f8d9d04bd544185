extension Comparison {
  /// Compares each file of the tree, and then its environment's manifest, with what is on disk.
  ///
  /// An environment whose manifest can't be used is left out: nobody knows what is owned there.
  mutating func planFiles() throws(GeneratedFolderError) {
    for (environment, paths) in wanted.sorted(by: { $0.key < $1.key }) {
      guard !unreadable.contains(environment) else { continue }
      var manifest = Manifest()
      for path in paths {
        guard let bytes = tree[path], let name = path.pathInEnvironment else { continue }
        let digest = SHA256.hexDigest(of: bytes)
        manifest.digests[name] = digest
        try compare(.init(path: path, bytes: bytes, digest: digest))
      }
      let text = Array(manifest.text.utf8)
      try compare(
        .init(
          path: Manifest.path(in: environment), bytes: text, digest: SHA256.hexDigest(of: text)))
    }
    let needed = Set(plan.newFiles.flatMap(\.path.ancestors))
    plan.newFolders = needed.filter { places[$0] == .missing }.sorted()
  }

  private mutating func compare(_ file: FilePlan.NewFile) throws(GeneratedFolderError) {
    let path = file.path
    switch try path.parent.map({ folder throws(GeneratedFolderError) in try place(at: folder) }) {
    case .missing?:
      return write(file, .create)
    case .file(let obstacle)?:
      let conflict = FileConflict.fileInPlaceOfFolder(obstacle)
      if !plan.conflicts.contains(conflict) { plan.conflicts.append(conflict) }
      return
    case .blocked?:
      return
    case .folder?, nil:
      break
    }
    guard let entry = try disk.entry(at: path.text), !isLeaving(path, entry) else {
      return write(file, .create)
    }
    guard entry.kind == .file else { return noteConflict(with: entry.kind, at: path) }
    if entry.size == file.bytes.count, try disk.file(path.text, holds: file.bytes) {
      plan.unchanged.append(path)
      return
    }
    if try owned[path] != disk.hexDigest(of: path.text) {
      guard discardingEdits else {
        plan.conflicts.append(owned[path] == nil ? .foreignFile(path) : .handEdited(path))
        return
      }
      plan.discarded.append(path)
    }
    plan.oldFiles.append(path)
    write(file, .replace)
  }

  private mutating func write(_ file: FilePlan.NewFile, _ kind: FileChange.Kind) {
    plan.changes.append(FileChange(kind, file.path))
    plan.newFiles.append(file)
  }
}
