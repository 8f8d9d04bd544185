import SourceLocations
import Testing

@Suite struct DiagnosticTests {
  let line14 = Place(file: "/home/me/fleet/cells/Production.swift", line: 14, column: 3)
  let line9 = Place(file: "/home/me/fleet/cells/Production.swift", line: 9, column: 5)
  let elsewhere = Place(file: "/opt/shared/Shapes.swift", line: 2, column: 1)

  @Test func `prints like a compiler, with the fix on a line of its own`() {
    let diagnostic = Diagnostic(
      .error, rule: "availability-zones", at: line14,
      "cell-usw1-01 asks for 3 availability zones; us-west-1 offers 2 to most accounts",
      fix: "write `availabilityZones: 2`, or move the cell to us-west-2")
    #expect(
      diagnostic.text(relativeTo: "/home/me/fleet") == """
        cells/Production.swift:14:3: error: cell-usw1-01 asks for 3 availability zones; us-west-1 \
        offers 2 to most accounts [availability-zones]
          fix: write `availabilityZones: 2`, or move the cell to us-west-2
        """)
  }

  @Test func `prints every note between message and fix, each with its own place`() {
    let diagnostic = Diagnostic(
      .warning, rule: "cidr-overlap", at: line14, "10.0.0.0/16 is taken twice",
      fix: "write another index",
      notes: [
        .init(at: line9, "cell-use1-01 has it"), .init(at: elsewhere, "the shape asks for it"),
      ])
    #expect(
      diagnostic.text(relativeTo: "/home/me/fleet/") == """
        cells/Production.swift:14:3: warning: 10.0.0.0/16 is taken twice [cidr-overlap]
          note: cells/Production.swift:9:5: cell-use1-01 has it
          note: /opt/shared/Shapes.swift:2:1: the shape asks for it
          fix: write another index
        """)
  }

  @Test func `comes in the order of file, line, column, severity, rule and message`() {
    func at(_ file: String, _ line: Int, _ column: Int) -> Place {
      Place(file: file, line: line, column: column)
    }
    let sorted = [
      Diagnostic(.warning, rule: "z", at: at("a", 2, 10), "z", fix: "1"),
      Diagnostic(.error, rule: "a", at: at("a", 10, 1), "a", fix: "2"),
      Diagnostic(.error, rule: "b", at: at("a", 10, 2), "a", fix: "3"),
      Diagnostic(.error, rule: "b", at: at("a", 10, 2), "b", fix: "4"),
      Diagnostic(.error, rule: "c", at: at("a", 10, 2), "a", fix: "5"),
      Diagnostic(.warning, rule: "a", at: at("a", 10, 2), "a", fix: "6"),
      Diagnostic(.error, rule: "a", at: at("b", 1, 1), "a", fix: "7"),
    ]
    #expect(sorted.reversed().sorted().map(\.fix.text) == ["1", "2", "3", "4", "5", "6", "7"])
  }
}
