/// Compares the tree of one environment, or the lack of a tree for others, with what is on disk.
///
/// It only reads, and follows no symbolic link. Ownership comes from the manifests: a file whose
/// hash is not the one in its manifest belongs to whoever changed it.
struct Comparison {
  let tree: GeneratedTree
  let disk: Disk
  let discardingEdits: Bool
  var plan = FilePlan()

  /// The tree's files by environment.
  let wanted: [GeneratedPath: [GeneratedPath]]
  /// Hash by path of every file that a manifest owns, and of the manifests themselves.
  var owned: [GeneratedPath: String] = [:]
  /// Environments whose manifest can't be used.
  var unreadable: Set<GeneratedPath> = []
  /// What lies where a folder is needed, looked at once.
  var places: [GeneratedPath: Place] = [:]
  /// Files and folders that go for good, by their path in lower case.
  var leaving: [String: (path: GeneratedPath, entry: Disk.Entry)] = [:]

  /// What lies where a folder is needed.
  enum Place: Equatable {
    case missing
    case folder
    /// A file lies at this path, which is the place itself or above it.
    case file(GeneratedPath)
    /// A conflict was noted there.
    case blocked
  }

  private init(_ tree: GeneratedTree, _ disk: Disk, discardingEdits: Bool) {
    self.tree = tree
    self.disk = disk
    self.discardingEdits = discardingEdits
    wanted = Dictionary(grouping: tree.paths, by: \.environment)
  }

  /// Looks at `environments` on disk, of which none has a tree any more.
  init(
    lost environments: [GeneratedPath], on disk: Disk, discardingEdits: Bool
  ) throws(GeneratedFolderError) {
    self.init(GeneratedTree(), disk, discardingEdits: discardingEdits)
    try readManifests(of: environments)
    try planRemovals()
    try planFolderRemovals()
  }

  /// Looks at the files of one environment.
  ///
  /// - Parameters:
  ///   - tree: the environment's files.
  ///   - environment: where it has been written before; nil for nowhere.
  ///   - lost: what goes, and so is in nobody's way.
  init(
    _ tree: GeneratedTree, with environment: GeneratedPath?, after lost: Comparison
  ) throws(GeneratedFolderError) {
    self.init(tree, lost.disk, discardingEdits: lost.discardingEdits)
    leaving = lost.leaving
    try readManifests(of: environment.map { [$0] } ?? [])
    try planRemovals()
    try planFolderRemovals()
    try planFiles()
  }

  private mutating func readManifests(
    of environments: [GeneratedPath]
  ) throws(GeneratedFolderError) {
    for environment in environments {
      guard try disk.entry(at: environment.text)?.kind == .folder else { continue }
      let path = Manifest.path(in: environment)
      guard let entry = try disk.entry(at: path.text) else { continue }
      guard entry.kind == .file else {
        unreadable.insert(environment)
        noteConflict(with: entry.kind, at: path)
        continue
      }
      let text = try disk.contents(of: path.text)
      do throws(Manifest.Problem) {
        for (file, digest) in try Manifest(parsing: text).digests {
          owned[environment.appending(file)] = digest
        }
        owned[path] = SHA256.hexDigest(of: text)
      } catch {
        unreadable.insert(environment)
        plan.conflicts.append(.unreadableManifest(path, error))
      }
    }
  }

  /// Notes that something other than a file lies where one has to be.
  mutating func noteConflict(with kind: Disk.Entry.Kind, at path: GeneratedPath) {
    switch kind {
    case .folder: plan.conflicts.append(.folderInPlaceOfFile(path))
    case .symbolicLink: plan.conflicts.append(.symbolicLink(path))
    case .file, .other: plan.conflicts.append(.specialFile(path))
    }
  }

  /// What lies where a folder is needed; what leaves is not there any more.
  mutating func place(at path: GeneratedPath) throws(GeneratedFolderError) -> Place {
    if let known = places[path] { return known }
    let place = try look(at: path)
    places[path] = place
    return place
  }

  private mutating func look(at path: GeneratedPath) throws(GeneratedFolderError) -> Place {
    if let parent = path.parent {
      let place = try place(at: parent)
      guard place == .folder else { return place }
    }
    guard let entry = try disk.entry(at: path.text), !isLeaving(path, entry) else {
      return .missing
    }
    switch entry.kind {
    case .folder:
      return .folder
    case .file:
      return .file(path)
    case .symbolicLink, .other:
      noteConflict(with: entry.kind, at: path)
      return .blocked
    }
  }

  /// Whether what lies at `path` goes for good, perhaps under a name that differs only by case.
  func isLeaving(_ path: GeneratedPath, _ entry: Disk.Entry) -> Bool {
    leaving[path.folded]?.entry.identity == entry.identity
  }
}
