import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct NameLimitsRuleTests {
  @Test func `refuses a cell that is called like a region, whose host name it would take`() {
    let line = #line + 2
    func check(_ name: String) -> String {
      diagnostics { Cell(name, in: .usWest1, role: .primary, index: 0, shape: .plain) }
    }
    #expect(
      check("eu-west-1") == """
        NameLimitsRuleTests.swift:\(line):21: error: "eu-west-1" is the name of a region, \
        under which all cells there are reached [name-limits]
          fix: write `Cell("cell-usw1-01")`
        """)
    #expect(check("cell-usw1-01") == "")
  }

  @Test func `refuses a cell that is called like the tag of what all cells share`() {
    let line = #line + 2
    func check(_ name: String) -> String {
      diagnostics { Cell(name, in: .usWest1, role: .primary, index: 0, shape: .plain) }
    }
    #expect(
      check("shared") == """
        NameLimitsRuleTests.swift:\(line):21: error: "shared" is what the tag `cell` says of what \
        all cells share [name-limits]
          fix: write `Cell("cell-usw1-01")`
        """)
    #expect(check("shared-a") == "")
  }

  @Test func `accepts ordinary names`() {
    #expect(check(environment: "production", cell: "cell-use1-01", group: "general") == "")
  }

  @Test(arguments: [
    (
      "Cell 1",
      #""Cell 1" contains "C"; the name of a host takes lower-case letters, digits and -"#, "cell-1"
    ),
    ("", #""" has 0 characters; the name of a host has at least 1"#, "example"),
    (
      "-a", #""-a" begins with "-"; the name of a host begins with lower-case letters or digits"#,
      "a"
    ),
    (
      "a-", #""a-" ends with "-"; the name of a host ends with lower-case letters or digits"#, "a"
    ),
    (
      "cell_1",
      #""cell_1" contains "_"; the name of a host takes lower-case letters, digits and -"#, "cell-1"
    ),
    (
      "a--b",
      #""bizcomms-a--b-alerts" contains "--", which is refused in the name of an Aurora cluster"#,
      "a-b"
    ),
  ])
  func `refuses a cell's name that the services refuse`(
    name: String, problem: String, instead: String
  ) {
    #expect(
      check(cell: name) == """
        NameLimitsRuleTests.swift:\(line + 6):9: error: \(problem) [name-limits]
          fix: write `Cell("\(instead)")`
        """)
    #expect(check(cell: instead) == "")
  }

  @Test func `asks for so few characters that the longest derived name of a cell fits`() {
    let name = "cell-" + String(repeating: "x", count: 17)
    #expect(
      check(cell: name) == """
        NameLimitsRuleTests.swift:\(line + 6):9: error: "bizcomms-\(name)-api" has 35 \
        characters; the name of a target group has at most 32 [name-limits]
          fix: shorten the cell's name "\(name)" by 3 characters
        """)
    #expect(check(cell: String(name.dropLast(3))) == "")
    #expect(check(cell: String(name.dropLast(2))).hasSuffix("by 1 character"))
  }

  @Test func `asks for so few characters that the longest derived name of an environment fits`() {
    let name = "env-" + String(repeating: "x", count: 20)
    #expect(
      check(environment: name) == """
        NameLimitsRuleTests.swift:\(line):18: error: "bizcomms-\(name)-123456789012-tfstate-\
        us-east-1" has 64 characters; the name of an S3 bucket has at most 63 [name-limits]
          fix: shorten the environment's name "\(name)" by 1 character
        """)
    #expect(check(environment: String(name.dropLast(1))) == "")
  }

  @Test func `refuses an environment's name that the services refuse`() {
    #expect(
      check(environment: "Prod Env") == """
        NameLimitsRuleTests.swift:\(line):18: error: "Prod Env" contains "P"; the name of a host \
        takes lower-case letters, digits and - [name-limits]
          fix: write `Environment("prod-env")`
        """)
    #expect(check(environment: "prod-env") == "")
  }

  @Test func `blames a node group for its own name`() {
    #expect(
      check(group: "my group") == """
        NameLimitsRuleTests.swift:\(line + 7):17: error: "my group" contains " "; the name of an \
        EKS node group takes letters, digits, - and _ [name-limits]
          fix: write `named: "my-group"`
        """)
    let long = String(repeating: "g", count: 38)
    #expect(
      check(group: long) == """
        NameLimitsRuleTests.swift:\(line + 7):17: error: "\(long)" has 38 characters; the name of \
        an EKS node group has at most 36 [name-limits]
          fix: shorten the node group's name "\(long)" by 2 characters
        """)
    #expect(check(group: "my-group") == "")
    #expect(check(group: String(long.dropLast(2))) == "")
  }

  private let line = #line + 5
  private func check(
    environment: String = "production", cell: String = "cell-a", group: String = "general"
  ) -> String {
    printed {
      Environment(
        environment, account: "123456789012", domain: "api.example.com", home: .usEast1
      ) {
        Release("1.0.0")
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        Cell(cell, in: .usEast1, role: .primary, index: 0, shape: .plain) {
          EKS { NodeGroup(.t3Large, count: 1...2, named: group) }
        }
      }
    }
  }
}
