import Foundation
import Synchronization
import Testing

@testable import GeneratedFiles

/// Real processes, killed with SIGKILL at each of their steps; disks that fail at each step.
@Suite struct Crashes {
  /// What is found after a run was killed and the next one has started.
  private enum Finding: Equatable {
    case wholeOldTree, wholeNewTree
    case tornTree(step: String)
  }

  /// Kills the writer at each of its steps in turn and looks at what the next run makes of it.
  private func findings(for writer: Crash.Writer) async throws -> [Finding] {
    let new = try Crash.finished()
    var findings: [Finding] = []
    for (number, step) in try writer.steps().enumerated() {
      let folder = try Crash.folder()
      let old = try folder.snapshot()
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [out = folder.out as String, writer = writer as Crash.Writer, number = number as Int] in
        let counter = StepCounter(target: number)
        try writer.run(out) { _ in if counter.isAtTarget() { dieAtOnce() } }
      }
      try writer.recover(folder.out)
      switch try folder.snapshot() {
      case old: findings.append(.wholeOldTree)
      case new: findings.append(.wholeNewTree)
      default: findings.append(.tornTree(step: "\(step)"))
      }
      if writer == .transaction {
        _ = try GeneratedFolder(folder.out).write(Crash.after())
        #expect(try folder.snapshot() == new, "after \(step)")
      }
    }
    return findings
  }

  @Test func `leaves the old tree or the new one when killed at any step`() async throws {
    let steps = try Crash.Writer.transaction.steps()
    let end = try #require(
      steps.firstIndex(of: DiskStep(action: .removeFile, path: Staging.journal)))
    #expect(end > 40)
    #expect(steps.count > end + 10)
    let findings = try await findings(for: .transaction)
    #expect(findings.prefix(end + 1) == ArraySlice(repeating: .wholeOldTree, count: end + 1))
    #expect(
      findings.dropFirst(end + 1)
        == ArraySlice(repeating: .wholeNewTree, count: steps.count - end - 1))
  }

  @Test func `finds the tree torn that a writer in place leaves when killed`() async throws {
    let torn = try await findings(for: .naive).filter {
      $0 != .wholeOldTree && $0 != .wholeNewTree
    }
    #expect(torn.contains(.tornTree(step: "write prod/changed")))
    #expect(torn.count > 10)
  }

  @Test func `recovers although the recovery is killed at any step too`() async throws {
    let prepared = try Crash.folder()
    let old = try prepared.snapshot()
    let last = try #require(
      try Crash.Writer.transaction.steps()
        .firstIndex(of: DiskStep(action: .removeFile, path: Staging.journal)))
    await #expect(processExitsWith: .signal(SIGKILL)) {
      [out = prepared.out as String, last = last as Int] in
      let counter = StepCounter(target: last)
      try Crash.Writer.transaction.run(out) { _ in if counter.isAtTarget() { dieAtOnce() } }
    }
    #expect(try prepared.snapshot().withoutStaging == Crash.finished())

    let recovery = try prepared.copy()
    let steps = Mutex(0)
    try Crash.recover(recovery.out) { _ in steps.withLock { $0 += 1 } }
    #expect(steps.withLock { $0 } > 30)
    for number in 0..<steps.withLock({ $0 }) {
      let folder = try prepared.copy()
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [out = folder.out as String, number = number as Int] in
        let counter = StepCounter(target: number)
        try Crash.recover(out) { _ in if counter.isAtTarget() { dieAtOnce() } }
      }
      try Crash.recover(folder.out)
      #expect(try folder.snapshot() == old, "killed at step \(number)")
    }
  }

  @Test func `says that a killed run was undone`() async throws {
    let folder = try Crash.folder()
    await #expect(processExitsWith: .signal(SIGKILL)) { [out = folder.out as String] in
      try Crash.Writer.transaction.run(out) { step in
        if step == DiskStep(action: .move, path: "prod/changed") { dieAtOnce() }
      }
    }
    #expect(
      try GeneratedFolder(folder.out).check(Crash.before()).conflicts.map(\.kind) == [.killedRun])
    let report = try GeneratedFolder(folder.out).write(Crash.before())
    #expect(report.undidKilledRun)
    #expect(report.changes == [])
    #expect(try GeneratedFolder(folder.out).check(Crash.before()).isUpToDate)
  }

  /// A folder whose run was killed when all but the end of the journal was done.
  private func killedAtTheEnd() async throws -> TemporaryFolder {
    let folder = try Crash.folder()
    await #expect(processExitsWith: .signal(SIGKILL)) { [out = folder.out as String] in
      try Crash.Writer.transaction.run(out) { step in
        if step == DiskStep(action: .removeFile, path: Staging.journal) { dieAtOnce() }
      }
    }
    return folder
  }

  @Test func `keeps what a person changed after a run was killed`() async throws {
    let folder = try await killedAtTheEnd()
    try folder.put("prod/changed", "edited after the kill")
    let error = #expect(throws: GeneratedFolderError.self) {
      try GeneratedFolder(folder.out).write(Crash.after())
    }
    let staging = folder.out + "/.cellctl-staging"
    #expect(
      error?.description == """
        a run was killed while it wrote, and can't be undone yet: \(staging) was left by a run that \
        was killed, and \(folder.out)/prod/changed was changed since: move it out of the way
          fix: then run again; or delete \(staging) and restore the files from version control
        """)
    #expect(try folder.text("prod/changed") == "edited after the kill")
    try folder.remove("prod/changed")
    let report = try GeneratedFolder(folder.out).write(Crash.after())
    #expect(report.undidKilledRun)
    #expect(try folder.snapshot() == Crash.finished())
  }

  @Test func `keeps a file that a person put where a killed run had removed one`() async throws {
    let folder = try await killedAtTheEnd()
    try folder.put("prod/gone", "mine")
    #expect(throws: GeneratedFolderError.self) {
      try GeneratedFolder(folder.out).write(Crash.after())
    }
    #expect(try folder.text("prod/gone") == "mine")
  }

  @Test func `follows no symbolic link that appeared after a run was killed`() async throws {
    let folder = try await killedAtTheEnd()
    try FileManager.default.moveItem(
      atPath: folder.out + "/prod/new", toPath: folder.root + "/outside")
    try folder.link("prod/new", to: folder.root + "/outside")
    #expect(throws: GeneratedFolderError.self) {
      try GeneratedFolder(folder.out).write(Crash.after())
    }
    #expect(FileManager.default.fileExists(atPath: folder.root + "/outside/deep/file"))
  }

  @Test func `throws nothing away where the journal can't be read`() async throws {
    let folder = try await killedAtTheEnd()
    try folder.put(".cellctl-staging/journal", "cellctl journal 1\nsetAside 0 ../x\nend\n")
    let before = try folder.snapshot()
    #expect(throws: GeneratedFolderError.self) {
      try GeneratedFolder(folder.out).write(Crash.after())
    }
    #expect(try folder.snapshot() == before)
  }

  @Test func `doesn't take a link or a file for the staging folder`() throws {
    let folder = try Crash.folder()
    try FileManager.default.createDirectory(
      atPath: folder.root + "/precious", withIntermediateDirectories: true)
    try folder.link(".cellctl-staging", to: folder.root + "/precious")
    let before = try folder.snapshot()
    #expect(throws: GeneratedFolderError.self) {
      try GeneratedFolder(folder.out).write(Crash.after())
    }
    #expect(try folder.snapshot() == before)
    #expect(FileManager.default.fileExists(atPath: folder.root + "/precious"))
  }
}
