import SourceLocations
import Testing

@testable import CellEditing

/// Elements that come into blocks, and go.
@Suite struct ElementTests {
  @Test func `gives an element a block`() throws {
    #expect(
      try edited("  ^Cell(\"b\", in: .usWest1, role: .standby, shape: .plain)\n") {
        .write("VPC(availabilityZones: 2)", in: $0, called: "b")
      } == """
          Cell("b", in: .usWest1, role: .standby, shape: .plain) {
            VPC(availabilityZones: 2)
          }

        """)
    #expect(
      try edited("^EKS()") { .write("Run(.api)", in: $0, called: "this EKS") }
        == "EKS {\n  Run(.api)\n}")
  }

  @Test func `puts the bracket of broken arguments on its own line before a block`() throws {
    #expect(
      try edited("^Cell(\n  \"b\", in: .usWest1, role: .standby,\n  shape: .plain)\n") {
        .write("VPC()", in: $0, called: "b")
      } == """
        Cell(
          "b", in: .usWest1, role: .standby, shape: .plain
        ) {
          VPC()
        }

        """)
  }

  @Test func `spreads a block on one line`() throws {
    #expect(
      try edited("  ^EachCell { VPC(natGateways: .one) }\n") {
        .write("WAF()", in: $0, called: "it")
      } == """
          EachCell {
            VPC(natGateways: .one)
            WAF()
          }

        """)
    #expect(
      try edited("^EachCell {}\n") { .write("WAF()", in: $0, called: "it") }
        == "EachCell {\n  WAF()\n}\n")
    #expect(
      try edited("EKS { ^Run(.poller) }\n") { .write("Run(.api)", beside: $0) }
        == "EKS {\n  Run(.poller)\n  Run(.api)\n}\n")
  }

  @Test func `changes the element that the block has already`() throws {
    #expect(
      try edited(
        """
        ^Cell("b", in: .usWest1) {
          EKS { VPC(availabilityZones: 9) }
          if true { VPC(availabilityZones: 8) }
          VPC(natGateways: .one)
        }
        """
      ) { .write("VPC(availabilityZones: 2)", in: $0, called: "b") } == """
        Cell("b", in: .usWest1) {
          EKS { VPC(availabilityZones: 9) }
          if true { VPC(availabilityZones: 8) }
          VPC(availabilityZones: 2, natGateways: .one)
        }
        """)
  }

  @Test func `tells elements apart by what distinguishes them`() throws {
    let marked = """
      ^EKS {
        NodeGroup(.t3Large)
        NodeGroup(.m7gLarge, named: "arm")
        Run(.api)
      }
      """
    #expect(
      try edited(marked) {
        Fix.write("NodeGroup(count: 1)", in: $0, called: "it")
          .and(.write(#"NodeGroup(count: 2, named: "arm")"#, in: $0, called: "it"))
          .and(.write(#"NodeGroup(.t3Large, named: "new")"#, in: $0, called: "it"))
          .and(.write("Run(.api, replicas: 2)", in: $0, called: "it"))
          .and(.write("Run(.poller)", in: $0, called: "it"))
      } == """
        EKS {
          NodeGroup(.t3Large, count: 1)
          NodeGroup(.m7gLarge, count: 2, named: "arm")
          NodeGroup(.t3Large, named: "new")
          Run(.api, replicas: 2)
          Run(.poller)
        }
        """)
  }

  @Test func `writes an element where its kind is usually written`() throws {
    let marked = """
      let a = Environment^("a") {
        Release("1.0.0")  // the first
        HostedZone(.created("example.com"))

        Cell("a")
      }
      """
    #expect(
      try edited(marked) { .write("GlobalTable(.stories)", in: $0, called: "a") } == """
        let a = Environment("a") {
          Release("1.0.0")  // the first
          GlobalTable(.stories)
          HostedZone(.created("example.com"))

          Cell("a")
        }
        """)
    #expect(
      try edited("let a = Environment^(\"a\") {\n  Cell(\"a\")\n  Extend { _ in }\n}") {
        .write(#"Cell("b")"#, in: $0, called: "a")
      } == "let a = Environment(\"a\") {\n  Cell(\"a\")\n  Cell(\"b\")\n  Extend { _ in }\n}")
    #expect(
      try edited("let a = Environment^(\"a\") {\n  Cell(\"a\")\n}") {
        .write(#"Release("1")"#, in: $0, called: "a")
      } == "let a = Environment(\"a\") {\n  Release(\"1\")\n  Cell(\"a\")\n}")
  }

  @Test func `writes blocks within blocks, and into those that are there`() throws {
    let code = #"EKS(version: "1.35") { NodeGroup(.t3Large, count: 2...6) }"#
    #expect(
      try edited("^Cell(\"a\")\n") { .write(code, in: $0, called: "a") } == """
        Cell("a") {
          EKS(version: "1.35") {
            NodeGroup(.t3Large, count: 2...6)
          }
        }

        """)
    #expect(
      try edited("^Cell(\"a\") {\n  EKS {\n    Run(.api)\n  }\n}\n") {
        .write(code, in: $0, called: "a")
      } == """
        Cell("a") {
          EKS(version: "1.35") {
            NodeGroup(.t3Large, count: 2...6)
            Run(.api)
          }
        }

        """)
  }

  @Test func `breaks a new element that is too long`() throws {
    let database = #"engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instances: 2"#
    #expect(
      try edited("    ^Cell(\"a\") {\n    }\n") {
        .write("CellDatabase(.alerts, \(database), backupRetention: .days(1))", in: $0, called: "a")
      } == """
            Cell("a") {
              CellDatabase(
                .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instances: 2,
                backupRetention: .days(1))
            }

        """)
  }

  @Test func `writes the element of a value that was left to its default into the owner's block`()
    throws
  {
    #expect(
      try edited("let a = Environment^(\"a\") {\n}") { .write("Routing(.latency)", at: $0) }
        == "let a = Environment(\"a\") {\n  Routing(.latency)\n}")
    #expect(
      try edited("^Cell(\"a\")") { .write("EKS(endpoint: .private)", at: $0) }
        == "Cell(\"a\") {\n  EKS(endpoint: .private)\n}")
  }

  @Test func `takes an element away with its line, and with the blank line that was its own`()
    throws
  {
    #expect(
      try edited("Cell(\"a\") {\n  VPC()\n  ^VPC(\n    cidr: \"a\")  // twice\n  WAF()\n}") {
        .leaveOut("VPC(…)", at: $0)
      } == "Cell(\"a\") {\n  VPC()\n  WAF()\n}")
    #expect(
      try edited("Cell(\"a\") {\n  VPC()\n\n  ^WAF()\n\n  EKS()\n}") { .leaveOut("WAF(…)", at: $0) }
        == "Cell(\"a\") {\n  VPC()\n\n  EKS()\n}")
    #expect(
      try edited("Cell(\"a\") {\n  ^VPC()\n\n  EKS()\n}") { .leaveOut("VPC(…)", at: $0) }
        == "Cell(\"a\") {\n  EKS()\n}")
  }

  @Test(arguments: [
    ("EachCell { ^VPC() }", "EachCell {}"), ("EachCell { ^VPC(); WAF() }", "EachCell { WAF() }"),
    ("EachCell { WAF(); ^VPC() }", "EachCell { WAF() }"),
    ("EachCell { WAF(); ^VPC(); EKS() }", "EachCell { WAF(); EKS() }"),
    ("EachCell {\n  WAF(); ^VPC()\n}", "EachCell {\n  WAF()\n}"),
    ("EachCell {\n  ^VPC(); WAF()\n}", "EachCell {\n  WAF()\n}"),
  ])
  func `takes an element away from beside others`(marked: String, result: String) throws {
    #expect(try edited(marked) { .leaveOut("VPC(…)", at: $0) } == result)
  }
}
