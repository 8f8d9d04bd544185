#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folder of generated files as the file system has it; the only code that makes system calls.
///
/// Paths are relative to the folder; an empty one is the folder itself. Nothing here follows a
/// symbolic link in the last part of a path, and callers look at the other parts first.
struct Disk: Sendable {
  /// The folder, as the caller named it.
  let root: String
  /// Called before each change; an error that it throws takes the place of the change.
  let beforeStep: @Sendable (DiskStep) throws(GeneratedFolderError) -> Void

  /// What lies at a path.
  struct Entry: Hashable {
    enum Kind { case file, folder, symbolicLink, other }

    let kind: Kind
    /// In bytes.
    let size: Int
    /// Permission bits.
    let mode: UInt32
    /// Tells whether two paths lead to the same file.
    let identity: Identity

    struct Identity: Hashable {
      let device: UInt64
      let number: UInt64
    }
  }

  /// The path that system calls get.
  func location(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

  /// What failed, from `errno`; to be called before anything else can change it.
  func failure(_ action: String, _ path: String) -> GeneratedFolderError {
    .system(SystemFailure(action: action, path: location(path), code: errno))
  }

  /// What lies at `path`, or nil where nothing does.
  func entry(at path: String) throws(GeneratedFolderError) -> Entry? {
    var status = stat()
    guard lstat(location(path), &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("look at", path)
    }
    return Entry(status)
  }

  /// The names in a folder, sorted.
  func names(in path: String) throws(GeneratedFolderError) -> [String] {
    guard let stream = opendir(location(path)) else { throw failure("list", path) }
    defer { closedir(stream) }
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
      preconditionFailure("a directory entry has a name")
    }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = UnsafeRawPointer(entry).advanced(by: offset)
      names.append(String(cString: name.assumingMemoryBound(to: CChar.self)))
    }
    guard errno == 0 else { throw failure("list", path) }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// Calls `body` with one part of a file after another until it returns false.
  private func read(
    _ path: String, _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws(GeneratedFolderError) {
    let descriptor = open(location(path), O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open", path) }
    defer { close(descriptor) }
    let code = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer -> Int32 in
      while true {
        #if canImport(Darwin)
          let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
          let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
        if count == 0 { return 0 }
        if count > 0 {
          guard body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return 0 }
        } else if errno != EINTR {
          return errno
        }
      }
    }
    guard code == 0 else {
      throw .system(SystemFailure(action: "read", path: location(path), code: code))
    }
  }

  /// Everything in a file.
  func contents(of path: String) throws(GeneratedFolderError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read(path) { part in
      bytes.append(contentsOf: part)
      return true
    }
    return bytes
  }

  /// The hash of a file, read in parts.
  func hexDigest(of path: String) throws(GeneratedFolderError) -> String {
    var hash = SHA256()
    try read(path) { part in
      hash.update(part)
      return true
    }
    return hash.hexDigest()
  }

  /// Whether a file holds exactly `bytes`; it is read no further than to the first difference.
  func file(_ path: String, holds bytes: [UInt8]) throws(GeneratedFolderError) -> Bool {
    var position = 0
    var isEqual = true
    try read(path) { part in
      isEqual =
        part.count <= bytes.count - position
        && bytes.withUnsafeBytes { expected in
          guard let start = part.baseAddress, let other = expected.baseAddress else { return false }
          return memcmp(start, other + position, part.count) == 0
        }
      position += part.count
      return isEqual
    }
    return isEqual && position == bytes.count
  }

  /// Throws where this user can't add or remove names in a folder.
  func requireWritable(_ folder: String) throws(GeneratedFolderError) {
    guard faccessat(AT_FDCWD, location(folder), W_OK | X_OK, AT_EACCESS) == 0 else {
      throw failure("write in", folder)
    }
  }
}

extension Disk.Entry {
  /// From what `lstat` says.
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .symbolicLink
    default: kind = .other
    }
    size = Int(status.st_size)
    mode = UInt32(status.st_mode & 0o7777)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}
