import CellModel
import Foundation
import TestSupport
import Testing

/// `docs/rules.md` says of every rule what it demands, why, and what is told of a mistake.
///
/// It is made of the rules' own words and of the mistakes: record it with `RECORD_GOLDENS=1`.
@Suite struct RulesPageTests {
  @Test func `docs/rules.md is what the rules say`() async throws {
    let mistakes = try await MendedMistakes.shared()
    let file = packageFolder + "/docs/rules.md"
    let page = try RulesPage(told: mistakes.before).text
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
      try Data(page.utf8).write(to: URL(filePath: file))
      Issue.record("recorded docs/rules.md; run again without it")
    }
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == page,
      "docs/rules.md is out of date; record it with RECORD_GOLDENS=1")
  }
}

/// The text of `docs/rules.md`.
private struct RulesPage {
  /// What is told of each mistake, by its name.
  let told: [String: [Finding]]
  private let comments: [String: String]

  init(told: [String: [Finding]]) throws {
    self.told = told
    comments = try Self.comments()
  }

  var text: String {
    let head = """
      # Rules

      What `cellctl` refuses, or warns of, before anything touches AWS. Each is told at the line that is
      to blame, with what to write instead; `cellctl fix` writes what is an edit. `cellctl facts` lists
      the tables that rules rely on, with source and date. A warning lets generation go on.

      This page is made of the rules' own words and of mistakes that are compiled, told, mended and
      generated in `make test` (Tests/EditedCellsTests/Mistakes).

      `cells/` itself gives no errors and no warnings, which a test keeps so.

      | rule | demands that |
      |---|---|

      """
    let rows = Rule.all.map { "| [`\($0.name)`](#\($0.name)) | \($0.summary) |" }
    let sections = Rule.all.map(section)
    return head + rows.joined(separator: "\n") + "\n\n" + sections.joined(separator: "\n")
  }

  private func section(of rule: Rule) -> String {
    let comment = comments[rule.name] ?? "\(rule.summary)."
    let names = Mistake.all.filter { $0.rule == rule.name }.map(\.name)
    let findings = names.compactMap { name in
      told[name]?.first { $0.rule == rule.name }?.text
    }
    let example = findings.min { ($0.count, $0) < ($1.count, $1) }
    let shown =
      example.map { "```\n\(withoutFolders($0))\n```\n" }
      ?? "What to write instead is for a person to choose.\n"
    return "## `\(rule.name)`\n\n\(comment)\n\n\(shown)"
  }

  private func withoutFolders(_ text: String) -> String {
    text.replacing("\(packageFolder)/", with: "")
  }

  /// What stands above each rule in its file: the documentation of its declaration.
  private static func comments() throws -> [String: String] {
    let folder = packageFolder + "/Sources/CellModel/Rules"
    var comments: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard let start = lines.firstIndex(where: { $0.hasPrefix("  static let ") }),
        let rule = text.firstMatch(of: /= Rule\(\s*"([a-z0-9-]+)"/)
      else { continue }
      let comment = lines[..<start].reversed().prefix { $0.hasPrefix("  ///") }.reversed()
      comments[String(rule.1)] = comment.map { $0.dropFirst(5).trimmingPrefix(" ") }
        .joined(separator: "\n").replacing("``", with: "`")
    }
    return comments
  }
}
