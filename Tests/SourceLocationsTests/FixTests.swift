import SourceLocations
import Testing

/// What is printed of a fix follows from its edits.
@Suite struct FixTests {
  private let here = Place(file: "cells/A.swift", line: 14, column: 3)
  private let there = Place(file: "cells/B.swift", line: 2, column: 1)

  @Test func `says what to write, and where that is not the place to blame`() {
    let argument = Fix.write("availabilityZones: 2", at: here)
    #expect(argument.text == "write `availabilityZones: 2`")
    #expect(argument.edits == [SourceEdit(.set, "availabilityZones: 2", at: here)])
    #expect(Fix.write("index: 1", at: there, on: "cell-b").text == "write `index: 1` on cell-b")

    let element = Fix.write("VPC(availabilityZones: 2)", in: there, called: "cell-b")
    #expect(element.text == "write `VPC(availabilityZones: 2)` in cell-b")
    #expect(element.edits == [SourceEdit(.include, "VPC(availabilityZones: 2)", at: there)])

    let sibling = Fix.write("Run(.api)", beside: here)
    #expect(sibling.text == "write `Run(.api)` beside it")
    #expect(sibling.edits == [SourceEdit(.append, "Run(.api)", at: here)])
  }

  @Test func `says what to leave out`() {
    let fix = Fix.leaveOut("cidr:", at: here)
    #expect(fix.text == "leave out `cidr:`")
    #expect(fix.edits == [SourceEdit(.remove, "cidr:", at: here)])
  }

  @Test func `joins edits that work together, and words for what is left to a person`() {
    let fix = Fix.leaveOut("cidr:", at: here).and(.write("index: 1", at: there, on: "cell-b"))
      .saying("the next free one").or("move the cell to another region")
    #expect(
      fix.text == "leave out `cidr:` and write `index: 1` on cell-b, the next free one, "
        + "or move the cell to another region")
    #expect(fix.edits.map(\.kind) == [.remove, .set])
    #expect("\(fix)" == fix.text)
  }

  @Test func `is words alone where only a person can choose`() {
    let name = "cell-a"
    let fixes: [Fix] = [
      "rename \(name)", Fix(advice: "rename " + name), "rename " + "\(name)",
    ]
    #expect(fixes.map(\.text) == ["rename cell-a", "rename cell-a", "rename cell-a"])
    #expect(fixes.allSatisfy { $0.edits.isEmpty })
  }
}
