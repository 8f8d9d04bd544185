/// Compares a tree with what is on disk.
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

  /// What makes `disk` equal to `tree`.
  static func plan(
    for tree: GeneratedTree, on disk: Disk, discardingEdits: Bool
  ) throws(GeneratedFolderError) -> FilePlan {
    var comparison = Comparison(tree, disk, discardingEdits: discardingEdits)
    try comparison.readManifests()
    try comparison.planRemovals()
    try comparison.planFolderRemovals()
    try comparison.planFiles()
    comparison.plan.sort()
    return comparison.plan
  }

  /// Takes names from the folder's listing, so that on a disk that ignores case each environment
  /// counts once, under the name that it has there.
  private mutating func readManifests() throws(GeneratedFolderError) {
    guard try disk.entry(at: "") != nil else { return }
    for name in try disk.names(in: "") {
      guard let environment = GeneratedPath(validating: name),
        try disk.entry(at: name)?.kind == .folder
      else { continue }
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
