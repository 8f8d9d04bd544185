/// Everything that makes the folder on disk equal to a tree, or why that can't be done.
struct FilePlan {
  /// A file that has to be written.
  struct NewFile {
    let path: GeneratedPath
    let bytes: [UInt8]
    /// Hash of `bytes`.
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

  /// Puts every list into its order.
  mutating func sort() {
    changes.sort { $0.path < $1.path }
    unchanged.sort()
    discarded.sort()
    conflicts.sort { $0.path < $1.path }
  }
}
