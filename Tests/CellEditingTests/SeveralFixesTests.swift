import SourceLocations
import Testing

@testable import CellEditing

/// Fixes after each other, whose places are those of the text that was compiled.
@Suite struct SeveralFixesTests {
  private let text = """
    let a = Environment("a") {
      GlobalDatabase(.alerts, instance: .t4gMedium)
      Cell("a", index: 0)
      Cell("b", index: 0)
    }

    """
  private func place(_ line: Int, _ column: Int) -> Place {
    Place(file: "cells/A.swift", line: line, column: column)
  }

  private func applying(_ fixes: [Fix]) -> (text: String?, failures: [EditingFailure]) {
    var files = SourceFiles(["cells/A.swift": text])
    var failures: [EditingFailure] = []
    for fix in fixes {
      do throws(EditingFailure) { try files.apply(fix.edits) } catch { failures.append(error) }
    }
    return (files.texts["cells/A.swift"], failures)
  }

  @Test func `finds every place however much has been written above it`() {
    let fixes: [Fix] = [
      .write("GlobalTable(.stories)", in: place(1, 20), called: "a"),
      .write("VPC(availabilityZones: 2)", in: place(3, 3), called: "a"),
      .write("index: 1", at: place(4, 3)),
      .write("instance: .r6gLarge", at: place(2, 3)),
      .write("engine: .a", at: place(2, 3)),
      .write("VPC(natGateways: .one)", in: place(3, 3), called: "a"),
      .write("GlobalTable(.deliveries)", in: place(1, 20), called: "a"),
    ]
    let result = """
      let a = Environment("a") {
        GlobalDatabase(.alerts, engine: .a, instance: .r6gLarge)
        GlobalTable(.stories)
        GlobalTable(.deliveries)
        Cell("a", index: 0) {
          VPC(availabilityZones: 2, natGateways: .one)
        }
        Cell("b", index: 1)
      }

      """
    #expect(applying(fixes) == (result, []))
  }

  @Test func `makes one change of two that say the same`() {
    let fix = Fix.write("Cell(\"a\", index: 1)", at: place(3, 3))
    let table = Fix.write("GlobalTable(.stories)", in: place(1, 20), called: "a")
    #expect(applying([fix, table, fix, table]) == applying([fix, table]))
    #expect(applying([fix, table]).failures == [])
  }

  @Test func `keeps what the first of two contradicting fixes says`() {
    let first = Fix.write("index: 1", at: place(3, 3))
    let second = Fix.write("index: 2", at: place(3, 3))
    let other = Fix.write("index: 3", at: place(4, 3))
    let both = applying([first, second, other])
    #expect(both.text == applying([first, other]).text)
    #expect(both.failures == [.contradiction(place(3, 20))])
    // What is not yet there, too.
    let block = applying([
      .write("VPC(cidr: 1)", in: place(3, 3), called: "a"),
      .write("VPC(cidr: 2)", in: place(3, 3), called: "a"),
    ])
    #expect(block.failures.count == 1)
    #expect(block.text?.contains("VPC(cidr: 1)") == true)
  }

  @Test func `takes a place for gone when a fix has taken the element away`() {
    let removed = applying([
      .leaveOut("Cell(…)", at: place(3, 3)), .write("index: 7", at: place(3, 3)),
      .write("index: 1", at: place(4, 3)),
    ])
    #expect(
      removed.failures == [.notThere(place(3, 3), expected: "the element that was compiled")])
    #expect(removed.text?.contains("Cell(\"b\", index: 1)") == true)
    #expect(removed.text?.contains("Cell(\"a\"") == false)
  }
}
