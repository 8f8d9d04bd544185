/// Everything that makes the folder on disk equal to a tree, or why that can't be done.
struct FilePlan {
  /// A file that has to be written.
  struct NewFile {
    let path: GeneratedPath
    let bytes: [UInt8]
    /// Hash of `bytes`.
    let digest: String
  }

  /// A file that has been written, in the staging folder.
  struct StagedFile {
    /// The number that is its name there.
    let number: Int
    let path: GeneratedPath
    /// Hash of its bytes.
    let digest: String
  }

  /// A folder that has to go.
  struct OldFolder {
    let path: GeneratedPath
    /// Permission bits, for the case that it has to come back.
    let mode: UInt32
  }

  /// What a person is told, sorted by path.
  var changes: [FileChange] = []
  /// Files that hold what they should.
  var unchanged: [GeneratedPath] = []
  /// Hand-edited and foreign files that are replaced or removed all the same.
  var discarded: [GeneratedPath] = []
  /// Places that are not ours to change; with any, nothing is done.
  var conflicts: [FileConflict] = []

  /// Files on disk that are replaced or removed.
  var oldFiles: [GeneratedPath] = []
  /// Folders that become empty, each before the one that it lies in.
  var oldFolders: [OldFolder] = []
  /// Folders that are missing, each after the one that it lies in.
  var newFolders: [GeneratedPath] = []
  /// Files to be written.
  var newFiles: [NewFile] = []
  /// Files that have been written and have to be moved into place.
  var stagedFiles: [StagedFile] = []

  /// One plan out of those of several environments, with each list in its order.
  init(_ plans: [FilePlan]) {
    changes = plans.flatMap(\.changes)
    unchanged = plans.flatMap(\.unchanged)
    discarded = plans.flatMap(\.discarded)
    conflicts = plans.flatMap(\.conflicts)
    oldFiles = plans.flatMap(\.oldFiles)
    oldFolders = plans.flatMap(\.oldFolders)
    newFolders = plans.flatMap(\.newFolders)
    newFiles = plans.flatMap(\.newFiles)
    stagedFiles = plans.flatMap(\.stagedFiles)
    sort()
  }

  /// Nothing to do.
  init() {}

  private mutating func sort() {
    changes.sort { $0.path < $1.path }
    unchanged.sort()
    discarded.sort()
    conflicts.sort { $0.path < $1.path }
  }
}
