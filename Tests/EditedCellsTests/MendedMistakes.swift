import CellEditing
import Foundation
import SourceLocations
import TestSupport

/// Mistakes before and after their fixes: compiled, checked, edited, compiled and checked again.
///
/// All mistakes are files of one program, which is compiled twice.
struct MendedMistakes: Sendable {
  /// What is told of each mistake as it was written.
  let before: [String: [Finding]]
  /// Why a fix could not be applied.
  let failures: [String: String]
  /// The files with every fix of their rule applied.
  let mended: [String: String]
  /// What is told of each after that.
  let after: [String: [Finding]]
  /// Where the files generated from each are, below its name and `out/`.
  let output: URL

  /// Mends `mistakes` in `folder`.
  ///
  /// - Parameter edit: changes a fix before it is applied, to show that a wrong one is found.
  init(
    _ mistakes: [Mistake], in folder: URL, with build: PackageBuild,
    changing edit: (Mistake, SourceEdit) -> SourceEdit = { $1 }
  ) async throws {
    let wrong = folder.appending(path: "before")
    let right = folder.appending(path: "after")
    before = try await evaluate(mistakes.map { ($0, $0.text) }, in: wrong, with: build)
    var mended: [String: String] = [:]
    var failures: [String: String] = [:]
    for mistake in mistakes {
      let path = wrong.appending(path: mistake.fileName).path
      var files = SourceFiles([path: mistake.text])
      for finding in before[mistake.name] ?? [] where finding.rule == mistake.rule {
        do throws(EditingFailure) {
          try files.apply(finding.edits.map { edit(mistake, $0) })
        } catch {
          failures[mistake.name] = error.problem(relativeTo: wrong.path)
        }
      }
      mended[mistake.name] = files.texts[path]
    }
    self.mended = mended
    self.failures = failures
    after = try await evaluate(
      mistakes.map { ($0, mended[$0.name] ?? "") }, in: right, with: build)
    output = right.appending(path: "generated")
  }
}

extension MendedMistakes {
  private struct Run {
    /// Is there as long as the run is.
    let folder: TemporaryFolder
    let mistakes: MendedMistakes
  }

  private static let run = Task {
    let folder = try TemporaryFolder("mistakes")
    return Run(
      folder: folder,
      mistakes: try await MendedMistakes(Mistake.all, in: folder.url, with: build()))
  }

  /// All mistakes of the folder, which are compiled once for all tests.
  static func shared() async throws -> MendedMistakes { try await run.value.mistakes }
}

/// Compiles the files together with the program that evaluates them, and runs it.
private func evaluate(
  _ files: [(mistake: Mistake, text: String)], in folder: URL, with build: PackageBuild
) async throws -> [String: [Finding]] {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  var sources = try CellsProgram.sources()
  for (mistake, text) in files {
    let file = folder.appending(path: mistake.fileName)
    try Data(text.utf8).write(to: file)
    sources.append(file)
  }
  let list = folder.appending(path: "Fleets.swift")
  let entries = files.map { "  (\"\($0.mistake.name)\", \($0.mistake.name))," }
  let code = ["import CellDescription", "let fleets: [(String, Fleet)] = ["] + entries + ["]", ""]
  try Data(code.joined(separator: "\n").utf8).write(to: list)
  let program = try await CellsProgram.compile(sources + [list], into: folder, with: build)
  let output = try await program.run([folder.appending(path: "generated").path])
  return try JSONDecoder().decode([String: [Finding]].self, from: output)
}

extension CellsProgram {
  /// The sources of the program that evaluates fleets.
  static func sources() throws -> [URL] {
    let here = URL(filePath: #filePath).deletingLastPathComponent()
    let names = ["Program/Evaluate.swift", "Program/Shapes.swift", "Finding.swift"]
    return names.map { here.appending(path: $0) }
  }
}

extension MendedMistakes {
  /// What is still wrong with a mistake that should be mended; empty where all is well.
  func problems(with mistake: Mistake) -> [String] {
    if let failure = failures[mistake.name] { return ["the fix was not applied: \(failure)"] }
    guard let findings = after[mistake.name] else { return ["it was not evaluated"] }
    let remaining = findings.filter { $0.severity == "error" || $0.rule == mistake.rule }
    return remaining.map(\.text)
  }
}
