import CellEditing
import SourceLocations
import Testing

@Suite struct WrittenCallTests {
  private let text = """
    let shape = CellShape {
      EKS(version: "1.35") {
        Run(.poller)
      }
      Observability(
        logRetention: .days(30),
        archiveAfter: .days(90))
      Karpenter {}
    }
    """

  @Test(arguments: [
    (2, 3, ["EKS(version: \"1.35\") {"]),
    (3, 5, ["Run(.poller)"]),
    (5, 3, ["Observability(", "  logRetention: .days(30),", "  archiveAfter: .days(90))"]),
    (8, 3, ["Karpenter {}"]),
  ])
  func `is told without its block`(line: Int, column: Int, expected: [String]) throws {
    let call = try WrittenCall(at: place(line, column), in: text)
    #expect(call?.unindented == expected)
  }

  @Test func `is none where no call begins`() throws {
    #expect(try WrittenCall(at: place(2, 5), in: text) == nil)
    #expect(try WrittenCall(at: place(90, 1), in: text) == nil)
  }

  @Test func `can't be read in a file whose brackets do not end`() {
    #expect(throws: EditingFailure.self) {
      try WrittenCall(at: place(1, 1), in: "EKS(")
    }
  }

  private func place(_ line: Int, _ column: Int) -> SourceLocations.SourceLocation {
    SourceLocations.SourceLocation(file: "cells/A.swift", line: line, column: column)
  }
}
