import GeneratedFiles
import SourceLocations
import Testing

@testable import cellctl

@Suite struct ReportTests {
  private let here = SourceLocation(file: "/fleet/cells/A.swift", line: 4, column: 3)
  private let there = SourceLocation(file: "/fleet/cells/B.swift", line: 9, column: 5)

  private var diagnostics: [Diagnostic] {
    [
      Diagnostic(
        .error, rule: "two-owners", at: here, "a has two owners", fix: "remove one",
        notes: [Diagnostic.Note(at: there, "the other owner")]),
      Diagnostic(.error, rule: "no-name", at: there, "it has no name", fix: "name it"),
      Diagnostic(.warning, rule: "old", at: there, "it is old", fix: "renew it"),
    ]
  }

  @Test func `prints every diagnostic with its notes, and counts them`() {
    #expect(
      DiagnosticReport(diagnostics, relativeTo: "/fleet").text() == """
        cells/A.swift:4:3: error: a has two owners [two-owners]
          note: cells/B.swift:9:5: the other owner
          fix: remove one
        cells/B.swift:9:5: error: it has no name [no-name]
          fix: name it
        cells/B.swift:9:5: warning: it is old [old]
          fix: renew it
        2 errors, 1 warning
        """)
  }

  @Test func `prints nothing about no diagnostics`() {
    #expect(DiagnosticReport([], relativeTo: "/fleet").text().isEmpty)
  }

  @Test func `writes a diagnostic with its notes as JSON`() throws {
    let entries = DiagnosticReport([diagnostics[0]], relativeTo: "/fleet").entries
    #expect(
      try Report(diagnostics: entries).json() == """
        {
          "diagnostics" : [
            {
              "fix" : "remove one",
              "isFixable" : false,
              "message" : "a has two owners",
              "notes" : [
                {
                  "message" : "the other owner",
                  "place" : {
                    "column" : 5,
                    "file" : "cells/B.swift",
                    "line" : 9
                  }
                }
              ],
              "place" : {
                "column" : 3,
                "file" : "cells/A.swift",
                "line" : 4
              },
              "rule" : "two-owners",
              "severity" : "error"
            }
          ]
        }
        """)
  }

  @Test func `aligns columns, and leaves the last one as it is`() {
    let table = TextTable(rows: [["A", "LONG", "C"], ["wide", "–", "c"], ["x"]])
    #expect(table.text == "A     LONG  C\nwide  –     c\nx")
    #expect(TextTable(rows: []).text.isEmpty)
  }

  @Test func `ends numbers below each other, and breaks a long last column`() {
    let table = TextTable(
      rows: [["one", "2.50", "a few words"], ["two", "-10.00", "unbreakably"], ["three"]],
      rightAligned: 1..<2, width: 20)
    #expect(
      table.text == """
        one      2.50  a few
                       words
        two    -10.00  unbreakably
        three
        """)
    let numbers = TextTable(rows: [["A", "SUM"], ["b", "1"]], rightAligned: 1..<2)
    #expect(numbers.text == "A  SUM\nb    1")
  }

  @Test func `names files that are no longer generated`() throws {
    let package = try PackageFolder()
    let folder = GeneratedFolder("\(package.path)/out")
    _ = try folder.write(try tree(["e/a": "1", "e/b": "1"]), discardingEdits: false)
    let result = GenerateResult(folder: "out", trees: GeneratedTrees(try tree(["e/a": "2"])))

    let check = try result.check(folder)
    #expect(check.isFailure)
    #expect(
      check.text == """
        out/e/a differs
        out/e/b is no longer generated
        out/e/manifest.json differs
        """)

    let write = try result.write(folder, discardingEdits: false)
    #expect(!write.isFailure)
    #expect(
      write.text == """
        rewrote out/e/a
        removed out/e/b
        rewrote out/e/manifest.json
        out/ holds 2 files, 3 changed
        """)
    #expect(
      write.report.generation?.changes.map { "\($0.kind) \($0.path)" }
        == ["replace e/a", "remove e/b", "replace e/manifest.json"])
  }

  private func tree(_ texts: [String: String]) throws -> GeneratedTree {
    var tree = GeneratedTree()
    for (path, text) in texts { try tree.add(path, text: text) }
    return tree
  }
}
