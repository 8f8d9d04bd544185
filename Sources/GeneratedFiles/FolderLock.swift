#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The right to read or to change a folder, held as long as the value lives.
///
/// The lock is on the folder's own descriptor, so no lock file is left behind, a read-only file
/// system can be locked too, and the kernel lets go of it when the process dies. It keeps out only
/// those who ask for it: other runs of this code.
struct FolderLock: ~Copyable {
  /// Who else may hold the lock.
  enum Mode {
    /// Nobody.
    case writing
    /// Others that read.
    case reading
  }

  private let descriptor: Int32

  /// Takes the lock at once or throws ``GeneratedFolderError/anotherRun(folder:)``.
  ///
  /// Returns nil where there is no such folder.
  init?(_ disk: Disk, for mode: Mode) throws(GeneratedFolderError) {
    guard let descriptor = try Self.lockedDescriptor(disk, mode) else { return nil }
    self.descriptor = descriptor
  }

  /// Unlocks before it closes: a child process that is just being started holds a copy of the
  /// descriptor until it becomes another program, and would hold the lock with it.
  deinit {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func lockedDescriptor(
    _ disk: Disk, _ mode: Mode
  ) throws(GeneratedFolderError) -> Int32? {
    let descriptor = open(disk.root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      guard errno == ENOENT else { throw disk.failure("open the folder", "") }
      return nil
    }
    do throws(GeneratedFolderError) {
      while flock(descriptor, (mode == .writing ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0 {
        if errno == EWOULDBLOCK { throw .anotherRun(folder: disk.root) }
        guard errno == EINTR else { throw disk.failure("lock", "") }
      }
      // The folder may have been removed by the run that held the lock until now.
      var locked = stat()
      var named = stat()
      guard fstat(descriptor, &locked) == 0 else { throw disk.failure("look at", "") }
      guard stat(disk.root, &named) == 0, locked.st_ino == named.st_ino,
        locked.st_dev == named.st_dev
      else { throw .anotherRun(folder: disk.root) }
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }
}
