import Foundation
import GeneratedFiles
import Synchronization
import Testing

@Suite struct Locking {
  let folder: TemporaryFolder
  let tree: GeneratedTree

  init() throws {
    folder = try TemporaryFolder()
    tree = try GeneratedTree(["prod/a": "1"])
    _ = try GeneratedFolder(folder.out).write(tree)
  }

  /// Holds a lock on the folder while `body` runs, as another process would.
  private func holding<Result>(
    _ operation: Int32, _ body: () throws -> Result
  ) throws -> Result {
    let descriptor = open(folder.out, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    try #require(flock(descriptor, operation | LOCK_NB) == 0)
    return try body()
  }

  @Test func `fails at once while another run writes`() throws {
    let before = try folder.snapshot()
    let error = GeneratedFolderError.anotherRun(folder: folder.out)
    try holding(LOCK_EX) {
      #expect(throws: error) { try GeneratedFolder(folder.out).write(GeneratedTree()) }
      #expect(throws: error) { try GeneratedFolder(folder.out).check(tree) }
    }
    #expect(try folder.snapshot() == before)
    #expect(
      error.description == """
        another run is writing or checking \(folder.out)
          fix: wait until it has ended
        """)
  }

  @Test func `lets several runs check at once, and none write meanwhile`() throws {
    try holding(LOCK_SH) {
      let report = try GeneratedFolder(folder.out).check(tree)
      #expect(report.isUpToDate)
      #expect(throws: GeneratedFolderError.anotherRun(folder: folder.out)) {
        try GeneratedFolder(folder.out).write(tree)
      }
    }
  }

  @Test func `lets go of the lock in the end, however that comes`() throws {
    try folder.put("prod/b", "mine")
    #expect(refusal(of: try GeneratedTree(["prod/b": "1"]), in: folder) != nil)
    #expect(try GeneratedFolder(folder.out).write(GeneratedTree()).changes.count == 2)
    #expect(try GeneratedFolder(folder.out).check(GeneratedTree()).isUpToDate)
  }

  @Test func `keeps a second run out at every step of the first`() throws {
    let path = folder.out
    let refused = Mutex(0)
    let steps = Mutex(0)
    let first = GeneratedFolder(path) { _ in
      steps.withLock { $0 += 1 }
      do throws(GeneratedFolderError) {
        _ = try GeneratedFolder(path).write(GeneratedTree())
      } catch {
        if error == .anotherRun(folder: path) { refused.withLock { $0 += 1 } }
      }
    }
    let next = try GeneratedTree(["prod/a": "2", "test/b": "3"])
    _ = try first.write(next)
    #expect(steps.withLock { $0 } > 10)
    #expect(refused.withLock { $0 } == steps.withLock { $0 })
    #expect(try GeneratedFolder(path).check(next).isUpToDate)
  }
}
