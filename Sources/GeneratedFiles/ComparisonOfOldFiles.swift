extension Comparison {
  /// Owned files that the tree no longer has, and the manifests of environments that it lost.
  private var unwanted: [GeneratedPath] {
    owned.keys.filter { path in
      let isManifest = path == Manifest.path(in: path.environment)
      return isManifest ? wanted[path.environment] == nil : tree[path] == nil
    }.sorted()
  }

  /// Finds the files to be removed.
  mutating func planRemovals() throws(GeneratedFolderError) {
    for path in unwanted {
      guard let folder = path.parent, try place(at: folder) == .folder,
        let entry = try disk.entry(at: path.text)
      else { continue }
      switch entry.kind {
      case .folder:
        // The owned file is gone already; the folder is somebody else's.
        continue
      case .symbolicLink, .other:
        noteConflict(with: entry.kind, at: path)
      case .file:
        if try disk.hexDigest(of: path.text) != owned[path] {
          guard discardingEdits else {
            plan.conflicts.append(.handEdited(path, isWanted: false))
            continue
          }
          plan.discarded.append(path)
        }
        plan.changes.append(FileChange(.remove, path))
        plan.oldFiles.append(path)
        leaving[path.folded] = (path, entry)
      }
    }
  }

  /// Finds the folders that hold nothing but what is removed.
  mutating func planFolderRemovals() throws(GeneratedFolderError) {
    let folders = Set(unwanted.flatMap(\.ancestors)).filter { !tree.needsFolder($0) }
    for folder in folders.sorted(by: { ($1.depth, $0) < ($0.depth, $1) }) {
      guard try place(at: folder) == .folder, let entry = try disk.entry(at: folder.text) else {
        continue
      }
      let empties = try disk.names(in: folder.text).allSatisfy { name in
        let inside = GeneratedPath(validating: "\(folder)/\(name)")
        return inside.map { leaving[$0.folded]?.path == $0 } ?? false
      }
      guard empties else { continue }
      plan.oldFolders.append(.init(path: folder, mode: entry.mode))
      leaving[folder.folded] = (folder, entry)
    }
    // What was looked at before may be leaving; what is in the way still is.
    places = places.filter { $0.value == .blocked }
  }
}
