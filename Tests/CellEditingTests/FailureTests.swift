import SourceLocations
import Testing

@testable import CellEditing

/// What can't be edited is said, and nothing is done.
@Suite struct FailureTests {
  private let here = Place(file: "cells/A.swift", line: 1, column: 1)

  @Test func `refuses a place where no element stands any more`() {
    let texts = ["^\n", "^  VPC()", "let vpc = ^vpc", "^3", "^VPC\n(cidr: 1)", "^network()"]
    for text in texts {
      #expect(
        failure(text) { .write("cidr: 1", at: $0) }
          == .notThere(MarkedSource(text).place, expected: "an element that `cidr: 1` could change"),
        "\(text)")
    }
    var files = SourceFiles(["cells/A.swift": "VPC()\n"])
    #expect(throws: EditingFailure.self) {
      try files.apply(Fix.write("cidr: 1", at: Place(file: here.file, line: 3, column: 1)).edits)
    }
  }

  @Test func `refuses an element of another kind than the one that was compiled`() {
    #expect(
      failure("^WAF()") { .write("VPC(cidr: 1)", at: $0) }
        == .notThere(here, expected: "a block for `VPC(cidr: 1)`"))
    #expect(
      failure("Cell(\"a\") { ^WAF() }") { .leaveOut("VPC(…)", at: $0) }
        == .notThere(Place(file: "cells/A.swift", line: 1, column: 13), expected: "`VPC(…)`"))
    #expect(
      failure("^VPC()") { .leaveOut("cidr:", at: $0) }
        == .notThere(here, expected: "`cidr:`"))
  }

  @Test func `refuses an element in a block that does not take it`() {
    #expect(
      failure("^EKS()") { .write("VPC()", in: $0, called: "it") }
        == .notThere(here, expected: "a block for `VPC()`"))
  }

  @Test func `refuses an element that is no statement of a block`() {
    #expect(
      failure("let a = ^VPC()") { .leaveOut("VPC(…)", at: $0) }
        == .notThere(
          Place(file: "cells/A.swift", line: 1, column: 9), expected: "an element of a block"))
  }

  @Test(arguments: [
    ("VPC(", "a bracket does not end", 4), ("VPC()}", "a bracket closes nothing", 6),
    ("VPC(cidr: \"a)", "a text does not end", 11), ("VPC() /* a", "a comment does not end", 7),
    ("VPC(cidr: \"\\(a\")", "a text does not end", 15),
  ])
  func `refuses a file whose brackets, texts or comments do not end`(
    text: String, problem: String, column: Int
  ) {
    #expect(
      failure("^" + text) { .write("cidr: 1", at: $0) }
        == .unreadable(
          Place(file: "cells/A.swift", line: 1, column: column), problem: problem))
  }

  @Test(arguments: [
    "VPC", "VPC(…)", "cidr", "1", "cidr: 1, 2)", "", "cider: 1",
  ])
  func `refuses code that is neither element nor arguments`(code: String) {
    #expect(failure("^VPC()") { .write(code, at: $0) } == .unusableCode(code))
  }

  @Test func `refuses a file that is not to be edited`() {
    var files = SourceFiles([:])
    #expect(throws: EditingFailure.foreignFile(here)) {
      try files.apply(Fix.write("cidr: 1", at: here).edits)
    }
  }

  @Test func `makes all edits of a fix or none`() {
    var files = SourceFiles(["cells/A.swift": "VPC()\n"])
    let fix = Fix.write("availabilityZones: 2", at: here).and(.leaveOut("WAF(…)", at: here))
    #expect(throws: EditingFailure.self) { try files.apply(fix.edits) }
    #expect(files.texts == ["cells/A.swift": "VPC()\n"])
  }

  @Test func `says what is wrong, with the file's path shortened`() {
    let place = Place(file: "/package/cells/A.swift", line: 2, column: 3)
    let failures: [EditingFailure] = [
      .foreignFile(place), .unreadable(place, problem: "a text does not end"),
      .notThere(place, expected: "an element"), .contradiction(place), .unusableCode("x"),
    ]
    #expect(
      failures.map { $0.problem(relativeTo: "/package") } == [
        "cells/A.swift is no file of cells/", "cells/A.swift:2:3: a text does not end",
        "an element is not at cells/A.swift:2:3",
        "another fix has changed what is at cells/A.swift:2:3",
        "`x` is no element and no argument",
      ])
  }
}
