import Foundation
import Synchronization
import Testing

@testable import GeneratedFiles

/// Random trees, edits and failures, against a model of who owns what.
@Suite struct Randomized {
  @Test(arguments: 1...12 as ClosedRange<UInt64>)
  func `keeps its promises whatever happens`(seed: UInt64) throws {
    var history = try History(seed: seed)
    for _ in 0..<60 { try history.advance() }
    #expect(history.successes > 8)
    #expect(history.refusals > 4)
    #expect(history.injectedFailures > 0)
  }
}

/// SplitMix64: the same numbers for the same seed everywhere.
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}

/// A folder, and what has to be in it.
private struct History {
  private let folder: TemporaryFolder
  private var random: SeededGenerator
  /// What was written last.
  private var generated: [String: String] = [:]
  /// What people did to generated files since: the new text, or nil for deleted.
  private var edits: [String: String?] = [:]
  private var foreign: [String: String] = [:]

  private(set) var successes = 0
  private(set) var refusals = 0
  private(set) var injectedFailures = 0

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    random = SeededGenerator(state: seed)
    try FileManager.default.createDirectory(
      atPath: folder.out, withIntermediateDirectories: true)
  }

  /// One round: people do something, then a run, and then all is as promised.
  mutating func advance() throws {
    for _ in 0..<Int.random(in: 0...2, using: &random) { try disturb() }
    let tree = try nextTree()
    let discarding = Int.random(in: 0..<4, using: &random) == 0
    let isToFail = Int.random(in: 0..<3, using: &random) == 0
    let failing = isToFail ? Int.random(in: 0..<40, using: &random) : -1
    let counter = StepCounter(target: failing)
    let didFail = Mutex(false)
    let out = GeneratedFolder(folder.out) { _ throws(GeneratedFolderError) in
      guard counter.isAtTarget() else { return }
      didFail.withLock { $0 = true }
      throw .system(SystemFailure(action: "write", path: "a test's disk", code: ENOSPC))
    }

    let before = try folder.snapshot().withoutStaging
    let check = try GeneratedFolder(folder.out).check(tree)
    let result = Result { () throws(GeneratedFolderError) in
      try out.write(tree, discardingEdits: discarding)
    }
    switch result {
    case .success(let report):
      if report.undidKilledRun {
        #expect(check.conflicts.map(\.kind) == [.killedRun])
      } else if !discarding {
        #expect(check.conflicts == [] && check.changes == report.changes)
      }
      try succeed(tree, report, discarding: discarding)
    case .failure(.conflicts(let conflicts, _)):
      refusals += 1
      try refuse(conflicts, discarding: discarding)
      #expect(try folder.snapshot().withoutStaging == before)
    case .failure(.notUndone(.system, cause: .conflicts(let conflicts, _)?)):
      // Files of another environment had been staged, and the staging folder could not go.
      refusals += 1
      injectedFailures += 1
      #expect(didFail.withLock { $0 })
      try refuse(conflicts, discarding: discarding)
      #expect(try folder.snapshot().withoutStaging == before)
    case .failure(.system), .failure(.notUndone(.system, cause: nil)):
      injectedFailures += 1
      #expect(didFail.withLock { $0 })
      #expect(try folder.snapshot().withoutStaging == before)
    case .failure(.notCleanedUp):
      try succeed(tree, nil, discarding: discarding)
    case .failure(let error):
      Issue.record(error)
    }
  }

  private mutating func succeed(
    _ tree: GeneratedTree, _ report: WriteReport?, discarding: Bool
  ) throws {
    successes += 1
    let wanted = Dictionary(
      uniqueKeysWithValues: try tree.paths.map {
        ($0.text, String(decoding: try #require(tree[$0]), as: UTF8.self))
      })
    let lostEdits = edits.compactMap { path, text in
      text != nil && text != wanted[path] ? path : nil
    }
    let lostForeign = foreign.compactMap { path, text in
      wanted[path] != nil && wanted[path] != text ? path : nil
    }
    if !discarding { #expect(lostEdits == [] && lostForeign == []) }
    if let report {
      #expect(report.discarded.map(\.text) == (lostEdits + lostForeign).sorted())
    }

    foreign = foreign.filter { wanted[$0.key] == nil }
    generated = wanted
    edits = [:]
    let onDisk = try folder.snapshot().withoutStaging.texts
    let manifests = Set(tree.environments.map { "\($0)/manifest.json" })
    #expect(
      onDisk.filter { !manifests.contains($0.key) }
        == wanted.merging(foreign) { wanted, _ in wanted })
    #expect(manifests.isSubset(of: onDisk.keys))
  }

  /// Every conflict has a person behind it.
  private func refuse(_ conflicts: [FileConflict], discarding: Bool) throws {
    #expect(!conflicts.isEmpty)
    for conflict in conflicts {
      switch conflict.kind {
      case .handEdited:
        #expect(edits[conflict.path.text] != nil && !discarding)
      case .foreignFile:
        #expect(foreign[conflict.path.text] != nil && !discarding)
      case .fileInPlaceOfFolder:
        #expect(foreign[conflict.path.text] != nil || edits[conflict.path.text] != nil)
      case .folderInPlaceOfFile:
        #expect(try holdsMoreThanGenerated(conflict.path.text))
      case .symbolicLink, .specialFile, .unreadableManifest, .killedRun:
        Issue.record("\(conflict)")
      }
    }
  }

  /// Whether a folder is empty, or an edited file, a foreign file or a folder that nobody needs
  /// is in it.
  private func holdsMoreThanGenerated(_ path: String) throws -> Bool {
    let names = try Snapshot(of: folder.out + "/" + path).entries.keys
    return names.isEmpty
      || names.contains { name in
        let inside = "\(path)/\(name)"
        return edits[inside] != nil
          || !generated.keys.contains { $0 == inside || $0.hasPrefix(inside + "/") }
      }
  }

  /// A path in one of two environments, out of few enough that all clashes come up.
  private mutating func path() -> String {
    let names = ["a", "b", "c"]
    let depth = Int.random(in: 1...3, using: &random)
    let parts = (0..<depth).map { _ in names.randomElement(using: &random) ?? "a" }
    return ([Bool.random(using: &random) ? "prod" : "test"] + parts).joined(separator: "/")
  }

  private mutating func nextTree() throws -> GeneratedTree {
    var texts = generated.filter { _ in Int.random(in: 0..<5, using: &random) != 0 }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let path = path()
      texts = texts.filter { !$0.key.hasPrefix(path + "/") && !path.hasPrefix($0.key + "/") }
      texts[path] = String(Int.random(in: 0...20, using: &random))
    }
    return try GeneratedTree(texts)
  }

  /// Somebody edits or deletes a generated file, or adds, edits or deletes another.
  private mutating func disturb() throws {
    let text = String(Int.random(in: 0...20, using: &random))
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      guard let path = generated.keys.sorted().randomElement(using: &random),
        edits[path] == nil
      else { return }
      try folder.put(path, text)
      if text != generated[path] { edits[path] = text }
    case 1:
      guard let path = generated.keys.sorted().randomElement(using: &random),
        edits[path] == nil
      else { return }
      try folder.remove(path)
      edits[path] = .some(nil)
    case 2:
      let path = path()
      let taken = Array(generated.keys) + foreign.keys
      let clashes = taken.contains {
        $0 == path || $0.hasPrefix(path + "/") || path.hasPrefix($0 + "/")
      }
      guard !clashes, !FileManager.default.fileExists(atPath: folder.out + "/" + path) else {
        return
      }
      try folder.put(path, text)
      foreign[path] = text
    default:
      guard let path = foreign.keys.sorted().randomElement(using: &random) else { return }
      try folder.remove(path)
      foreign[path] = nil
    }
  }
}
