#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Changes of the file system.
extension Disk {
  private func begin(_ action: DiskStep.Action, _ path: String) throws(GeneratedFolderError) {
    try beforeStep(DiskStep(action: action, path: path))
  }

  /// Makes one folder; the process's mask applies to `mode`.
  func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(GeneratedFolderError) {
    try begin(.makeFolder, path)
    guard mkdir(location(path), mode_t(mode)) == 0 else { throw failure("make the folder", path) }
  }

  /// Makes the folder of generated files itself, which a moment ago was not there.
  func makeRoot() throws(GeneratedFolderError) {
    try begin(.makeFolder, "")
    if mkdir(root, 0o755) == 0 { return }
    let failure = failure("make the folder", "")
    guard try entry(at: "")?.kind == .folder else { throw failure }
    throw .anotherRun(folder: root)
  }

  /// Gives a folder that was made again the permissions that it had.
  func setMode(_ mode: UInt32, of path: String) throws(GeneratedFolderError) {
    guard chmod(location(path), mode_t(mode)) == 0 else {
      throw failure("set the permissions of", path)
    }
  }

  /// Writes a new file completely; mode 0644, to which the process's mask applies.
  ///
  /// Not followed by `fsync`: see ``GeneratedFolder``.
  func createFile(_ path: String, _ bytes: [UInt8]) throws(GeneratedFolderError) {
    try begin(.createFile, path)
    let descriptor = open(
      location(path), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw failure("create", path) }
    do throws(GeneratedFolderError) {
      try begin(.writeBytes, path)
      let code = bytes.withUnsafeBytes { writeAll($0, to: descriptor) }
      guard code == 0 else {
        throw .system(SystemFailure(action: "write", path: location(path), code: code))
      }
      try begin(.closeFile, path)
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 || errno == EINTR else { throw failure("close", path) }
  }

  /// Returns 0 or the error's number.
  private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = write(descriptor, part.baseAddress, part.count)
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count == 0 || errno != EINTR {
        return count == 0 ? EIO : errno
      }
    }
    return 0
  }

  /// Gives a file another path on the same file system.
  func move(_ path: String, to target: String) throws(GeneratedFolderError) {
    try begin(.move, path)
    guard rename(location(path), location(target)) == 0 else {
      throw failure("move", path)
    }
  }

  /// Removes a file.
  func removeFile(_ path: String) throws(GeneratedFolderError) {
    try begin(.removeFile, path)
    guard unlink(location(path)) == 0 else { throw failure("remove", path) }
  }

  /// Removes a folder that is empty.
  func removeFolder(_ path: String) throws(GeneratedFolderError) {
    try begin(.removeFolder, path)
    guard rmdir(location(path)) == 0 else { throw failure("remove the folder", path) }
  }

  /// Removes a folder unless something lies in it.
  func removeFolderIfEmpty(_ path: String) throws(GeneratedFolderError) {
    try begin(.removeFolder, path)
    guard rmdir(location(path)) == 0 || errno == ENOTEMPTY || errno == EEXIST else {
      throw failure("remove the folder", path)
    }
  }

  /// Removes a folder and all in it; a symbolic link is removed, not followed.
  func removeAll(_ path: String) throws(GeneratedFolderError) {
    for name in try names(in: path) {
      let inside = "\(path)/\(name)"
      if try entry(at: inside)?.kind == .folder {
        try removeAll(inside)
      } else {
        try removeFile(inside)
      }
    }
    try removeFolder(path)
  }
}
