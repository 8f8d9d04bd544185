/// All that a run is about to do to the folder, in order, written before it does the first of it.
///
/// It never changes after that: what has been done is seen on disk, because each entry moves one
/// thing out of the staging folder or into it, and a move happens entirely or not at all. So a
/// journal can be undone from any point, and once more if that is interrupted too.
struct Journal: Hashable {
  /// One change of the folder; numbers name files in the staging folder.
  enum Entry: Hashable {
    /// An existing file goes into the staging folder.
    case setAside(number: Int, path: GeneratedPath)
    /// A folder that is now empty goes; `mode` is its permission bits.
    case removeFolder(path: GeneratedPath, mode: UInt32)
    /// A folder is made.
    case makeFolder(path: GeneratedPath)
    /// A new file comes out of the staging folder; `digest` is its hash.
    case moveIn(number: Int, path: GeneratedPath, digest: String)
  }

  /// What is done, first to last.
  var entries: [Entry]

  /// What `plan` does: removals first, so that a file can take a folder's place and the reverse.
  init(_ plan: FilePlan) {
    entries =
      plan.oldFiles.enumerated().map { .setAside(number: $0, path: $1) }
      + plan.oldFolders.map { .removeFolder(path: $0.path, mode: $0.mode) }
      + plan.newFolders.map { .makeFolder(path: $0) }
      + plan.stagedFiles.map { .moveIn(number: $0.number, path: $0.path, digest: $0.digest) }
  }
}

extension Journal {
  private static let firstLine = "cellctl journal 1"
  private static let lastLine = "end"

  /// One line for each entry; a path is the rest of its line.
  var text: String {
    let lines = entries.map { entry in
      switch entry {
      case .setAside(let number, let path): "setAside \(number) \(path)"
      case .removeFolder(let path, let mode): "removeFolder \(mode) \(path)"
      case .makeFolder(let path): "makeFolder 0 \(path)"
      case .moveIn(let number, let path, let digest): "moveIn \(number):\(digest) \(path)"
      }
    }
    return ([Self.firstLine] + lines + [Self.lastLine]).map { $0 + "\n" }.joined()
  }

  /// Reads ``text`` back; nil where it is anything else.
  init?(parsing bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first == Self.firstLine[...], lines.last == Self.lastLine[...] else { return nil }
    entries = []
    for line in lines.dropFirst().dropLast() {
      guard let entry = Entry(parsing: line) else { return nil }
      entries.append(entry)
    }
    guard text.utf8.elementsEqual(bytes) else { return nil }
  }
}

extension Journal.Entry {
  fileprivate init?(parsing line: Substring) {
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count == 3, let path = GeneratedPath(validating: words[2]) else { return nil }
    let details = words[1].split(separator: ":")
    guard let detail = details.first, let number = UInt32(detail) else { return nil }
    switch (words[0], details.count) {
    case ("setAside", 1): self = .setAside(number: Int(number), path: path)
    case ("removeFolder", 1): self = .removeFolder(path: path, mode: number)
    case ("makeFolder", 1): self = .makeFolder(path: path)
    case ("moveIn", 2):
      self = .moveIn(number: Int(number), path: path, digest: String(details[1]))
    default: return nil
    }
  }
}
