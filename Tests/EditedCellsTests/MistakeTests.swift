import CellModel
import Commands
import Foundation
import SourceLocations
import TestSupport
import Testing

/// Every mistake of the folder `Mistakes` is told with a fix that works as it is printed.
///
/// To add one, add a file: see ``Mistake``.
@Suite struct MistakeTests {
  /// Why a test knows nothing of its mistake.
  private struct NotCompiled: Error {}

  /// What came of the mistakes; why nothing did is told by one test and not by all.
  private func mistakes() async throws -> MendedMistakes {
    do { return try await MendedMistakes.shared() } catch { throw NotCompiled() }
  }

  @Test func `mistakes compile, before their fixes and after`() async throws {
    _ = try await MendedMistakes.shared()
  }

  @Test(arguments: Mistake.all)
  func `is told by its rule, with an edit`(mistake: Mistake) async throws {
    let findings = try await mistakes().before[mistake.name] ?? []
    let own = findings.filter { $0.rule == mistake.rule }
    #expect(!own.isEmpty, "told instead: \(findings.map(\.text))")
    for finding in own {
      #expect(!finding.edits.isEmpty, "\(finding.text)")
      for edit in finding.edits { #expect(finding.text.contains("`\(edit.code)`")) }
    }
  }

  @Test(arguments: Mistake.all)
  func `is no more when its fix has been applied, and nothing else is wrong`(mistake: Mistake)
    async throws
  {
    let mistakes = try await mistakes()
    #expect(mistakes.problems(with: mistake) == [])
    #expect(mistakes.mended[mistake.name] != mistake.text)
  }

  @Test(arguments: Mistake.all.filter { $0.root != nil })
  func `gives a root that terraform accepts`(mistake: Mistake) async throws {
    let output = try await mistakes().output
    let root = output.appending(path: "\(mistake.name)/out/\(mistake.root ?? "")")
    let found = try await TerraformRootCopy.with(root.path) { try await $0.validate() }
    #expect(found == [])
  }

  @Test func `what the fixes write is formatted as the rest is`() async throws {
    let folder = try TemporaryFolder("formatted")
    for (name, text) in try await mistakes().mended {
      try Data(text.utf8).write(to: folder.url.appending(path: "\(name).swift"))
    }
    let rules = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../.swift-format").standardizedFileURL
    let linter = Command(
      "swift",
      [
        "format", "lint", "--strict", "--configuration", rules.path, "--recursive",
        folder.url.path,
      ], advice: "install the Swift toolchain")
    #expect(try await linter.run(timeLimit: .seconds(120)).errorText == "")
  }

  @Test func `every rule has a mistake, but for those whose fix a person must choose`() {
    let rules = Set(Rule.all.map(\.name))
    let shown = Set(Mistake.all.map(\.rule))
    let forPeople: Set = [
      "account", "certificate-domain", "duplicate-names", "failover-regions", "own-domain",
      "visibility",
    ]
    #expect(rules.subtracting(shown) == forPeople)
  }
}
