import Foundation
import Synchronization
import Testing

@testable import GeneratedFiles

/// Disks that are full, folders that can't be written, and system calls that fail.
@Suite struct Failures {
  private static let full = GeneratedFolderError.system(
    SystemFailure(action: "write", path: "a test's disk", code: ENOSPC))

  /// Runs with a failure at the steps whose numbers `fails` accepts, and returns what it throws.
  private func run(
    _ out: String, failingWhere fails: @escaping @Sendable (Int) -> Bool
  ) -> GeneratedFolderError? {
    let count = Mutex(0)
    let folder = GeneratedFolder(out) { _ throws(GeneratedFolderError) in
      let number = count.withLock { count in
        defer { count += 1 }
        return count
      }
      if fails(number) { throw Self.full }
    }
    return #expect(throws: GeneratedFolderError.self) { try folder.write(Crash.after()) }
  }

  @Test func `has changed nothing when any step fails`() throws {
    let steps = try Crash.Writer.transaction.steps()
    let new = try Crash.finished()
    for (number, step) in steps.enumerated() {
      let folder = try Crash.folder()
      let old = try folder.snapshot()
      let error = run(folder.out) { $0 == number }
      if case .notCleanedUp = error {
        #expect(try folder.snapshot().withoutStaging == new, "at \(step)")
        #expect(step.path.hasPrefix(Staging.folder), "at \(step)")
        try Crash.recover(folder.out)
        #expect(try folder.snapshot() == new, "at \(step)")
      } else {
        #expect(error == Self.full, "at \(step)")
        #expect(try folder.snapshot() == old, "at \(step)")
      }
    }
  }

  @Test func `can be put right later when every step fails from one on`() throws {
    let steps = try Crash.Writer.transaction.steps()
    let new = try Crash.finished()
    for number in steps.indices {
      let folder = try Crash.folder()
      let old = try folder.snapshot()
      let error = run(folder.out) { $0 >= number }
      try Crash.recover(folder.out)
      if case .notCleanedUp = error {
        #expect(try folder.snapshot() == new)
      } else {
        #expect(try folder.snapshot() == old)
      }
    }
  }

  @Test func `says that the folder is not whole where undoing fails as well`() throws {
    let folder = try Crash.folder()
    let last = try #require(
      try Crash.Writer.transaction.steps()
        .firstIndex(of: DiskStep(action: .removeFile, path: Staging.journal)))
    let error = run(folder.out) { $0 >= last }
    #expect(
      error?.description == """
        can't write a test's disk: No space left on device
          fix: free some space, or raise the limit, and run again
        what had been written can't be undone yet, and the next run tries again: can't write a \
        test's disk: No space left on device
          fix: free some space, or raise the limit, and run again
        """)
  }

  @Test func `leaves no folder behind where the first run fails`() throws {
    let folder = try TemporaryFolder()
    #expect(run(folder.out) { $0 == 8 } == Self.full)
    #expect(!FileManager.default.fileExists(atPath: folder.out))
  }

  /// What is on disk before a run that is to fail.
  private func prepared() throws -> (folder: TemporaryFolder, old: Snapshot) {
    let folder = try TemporaryFolder()
    let tree = try GeneratedTree(["prod/a": "1", "prod/tf/b": "2", "prod/gone": "3"])
    _ = try GeneratedFolder(folder.out).write(tree)
    return (folder, try folder.snapshot())
  }

  @Test func `leaves the old tree where a file grows too large for the disk`() async throws {
    let (folder, old) = try prepared()
    await #expect(processExitsWith: .success) { [out = folder.out as String] in
      // The kernel then fails the write, as it does on a full disk, instead of killing the process.
      signal(SIGXFSZ, SIG_IGN)
      try limitFileSize(to: 4096)
      let error = #expect(throws: GeneratedFolderError.self) {
        try GeneratedFolder(out).write(largeTree())
      }
      #expect(
        error?.description == """
          can't write \(out)/.cellctl-staging/new/1: File too large; the generated files are as \
          they were
            fix: free some space, or raise the limit, and run again
          """)
    }
    #expect(try folder.snapshot() == old)
  }

  @Test func `leaves the old tree where the limit on files kills the process`() async throws {
    let (folder, old) = try prepared()
    await #expect(processExitsWith: .signal(SIGXFSZ)) { [out = folder.out as String] in
      try letFileSizeSignalKill()
      try limitFileSize(to: 4096)
      _ = try GeneratedFolder(out).write(largeTree())
    }
    #expect(try folder.snapshot() != old)
    #expect(try folder.snapshot().withoutStaging == old)
    #expect(try GeneratedFolder(folder.out).write(largeTree()).undidKilledRun)
    #expect(try GeneratedFolder(folder.out).check(largeTree()).isUpToDate)
  }

  @Test(arguments: ["", "/prod", "/prod/tf"])
  func `changes nothing where a folder can't be written`(path: String) async throws {
    let (folder, _) = try prepared()
    try folder.giveToUnprivilegedUser()
    #expect(chmod(folder.out + path, 0o555) == 0)
    let old = try folder.snapshot()
    await #expect(processExitsWith: .success) {
      [out = folder.out as String, path = path as String] in
      try becomeUnprivileged()
      let steps = Mutex(0)
      let tree = try GeneratedTree(["prod/a": "10", "prod/tf/new": "20"])
      let error = #expect(throws: GeneratedFolderError.self) {
        try GeneratedFolder(out) { _ in steps.withLock { $0 += 1 } }.write(tree)
      }
      guard case .system(let failure)? = error else {
        Issue.record("not a system call's failure: \(String(describing: error))")
        return
      }
      #expect(failure.code == EACCES)
      #expect(failure.path == (path.isEmpty ? out : out + path))
      #expect(failure.advice == "make it writable for this user, and run again")
      #expect(steps.withLock { $0 } == 0)
    }
    #expect(try folder.snapshot() == old)
  }

  @Test func `says which file can't be read`() async throws {
    let (folder, _) = try prepared()
    try folder.giveToUnprivilegedUser()
    #expect(chmod(folder.out + "/prod/a", 0) == 0)
    await #expect(processExitsWith: .success) { [out = folder.out as String] in
      try becomeUnprivileged()
      #expect(
        throws: GeneratedFolderError.system(
          SystemFailure(action: "open", path: out + "/prod/a", code: EACCES))
      ) {
        try GeneratedFolder(out).check(GeneratedTree(["prod/a": "2"]))
      }
    }
  }
}

/// A tree with a file of 100 kB.
private func largeTree() throws -> GeneratedTree {
  try GeneratedTree(["prod/a": "2", "prod/tf/b": String(repeating: "x", count: 100_000)])
}

/// Undoes what a test's thread does to signals; for child processes.
private func letFileSizeSignalKill() throws {
  signal(SIGXFSZ, SIG_DFL)
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, SIGXFSZ)
  guard pthread_sigmask(SIG_UNBLOCK, &set, nil) == 0 else { throw CocoaError(.featureUnsupported) }
}

/// For child processes.
private func limitFileSize(to bytes: UInt) throws {
  #if os(Linux) && !canImport(Musl)
    let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
  #else
    let resource = RLIMIT_FSIZE
  #endif
  var limit = rlimit(rlim_cur: .init(bytes), rlim_max: .init(bytes))
  guard setrlimit(resource, &limit) == 0 else { throw CocoaError(.fileWriteUnknown) }
}
