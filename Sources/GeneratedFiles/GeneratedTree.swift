/// Files that have been generated and not yet written: bytes by path, each path once.
///
/// The first part of a path is the environment; each environment gets a manifest of its own.
public struct GeneratedTree: Sendable, Hashable {
  private var contents: [GeneratedPath: [UInt8]] = [:]
  /// Files and the folders that they need, by their path in lower case.
  private var names: [String: Name] = [:]

  private struct Name: Hashable {
    let path: GeneratedPath
    /// The file that brought the name in: itself, or the first one inside the folder.
    let file: GeneratedPath
    var isFolder: Bool { path != file }
    func isFolder(at path: GeneratedPath) -> Bool { isFolder && self.path == path }
  }

  /// A tree without files: everything that was generated before is removed.
  public init() {}

  /// A tree of `files`, with the errors of ``add(_:_:)``.
  public init(
    _ files: some Sequence<(path: GeneratedPath, bytes: [UInt8])>
  ) throws(GeneratedTreeError) {
    for file in files { try add(file.path, file.bytes) }
  }

  /// Adds a file.
  ///
  /// Throws where the path lies in no environment, belongs to the writer, is taken by a file or a
  /// folder, or differs from a taken one only by letter case. The tree is then as it was.
  public mutating func add(_ path: GeneratedPath, _ bytes: [UInt8]) throws(GeneratedTreeError) {
    let ancestors = path.ancestors
    guard let environment = ancestors.first else { throw .outsideEnvironment(path) }
    guard environment.folded != Staging.folder, path.folded != Manifest.path(in: environment).folded
    else { throw .reserved(path) }

    // Nearly always another file of the same folder is there, and its folders are known to be good.
    let isFolderKnown = path.parent.flatMap { names[$0.folded]?.isFolder(at: $0) } ?? false
    for folder in isFolderKnown ? [] : ancestors {
      guard let taken = names[folder.folded] else { continue }
      guard taken.path == folder else { throw .differOnlyInCase(taken.file, path) }
      guard taken.isFolder else { throw .fileAndFolder(file: folder, inside: path) }
    }
    if let taken = names[path.folded] {
      guard taken.path == path else { throw .differOnlyInCase(taken.file, path) }
      throw taken.isFolder ? .fileAndFolder(file: path, inside: taken.file) : .addedTwice(path)
    }

    for folder in isFolderKnown ? [] : ancestors where names[folder.folded] == nil {
      names[folder.folded] = Name(path: folder, file: path)
    }
    names[path.folded] = Name(path: path, file: path)
    contents[path] = bytes
  }

  /// Adds a file whose path is text, with the errors of ``GeneratedPath/init(_:)`` as well.
  public mutating func add(_ path: String, _ bytes: [UInt8]) throws(GeneratedTreeError) {
    try add(GeneratedPath(path), bytes)
  }

  /// Adds a file that holds `text` in UTF-8.
  public mutating func add(_ path: String, text: String) throws(GeneratedTreeError) {
    try add(GeneratedPath(path), Array(text.utf8))
  }

  /// A file's bytes, or nil where there is no such file.
  public subscript(path: GeneratedPath) -> [UInt8]? { contents[path] }

  /// Every file, sorted.
  public var paths: [GeneratedPath] { contents.keys.sorted() }

  /// How many files there are.
  var count: Int { contents.count }

  /// Whether there is no file.
  var isEmpty: Bool { contents.isEmpty }

  /// The environments that have files, sorted.
  public var environments: [String] { Set(contents.keys.map(\.environment.text)).sorted() }

  /// The files of each environment as a tree of its own.
  var byEnvironment: [GeneratedPath: GeneratedTree] {
    var parts: [GeneratedPath: GeneratedTree] = [:]
    for (path, bytes) in contents {
      parts[path.environment, default: GeneratedTree()].contents[path] = bytes
    }
    for (folded, name) in names { parts[name.file.environment]?.names[folded] = name }
    return parts
  }

  /// Whether some file lies in the folder at `path`.
  func needsFolder(_ path: GeneratedPath) -> Bool {
    guard let name = names[path.folded] else { return false }
    return name.path == path && name.isFolder
  }
}
