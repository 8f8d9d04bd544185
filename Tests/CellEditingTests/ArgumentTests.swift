import SourceLocations
import Testing

@testable import CellEditing

/// Arguments that get other values, are added in their order, and go.
@Suite struct ArgumentTests {
  @Test func `gives an argument another value and leaves all else as it is`() throws {
    #expect(
      try edited("  ^VPC(availabilityZones: 3, natGateways: .one)  // as ever\n") {
        .write("availabilityZones: 2", at: $0)
      } == "  VPC(availabilityZones: 2, natGateways: .one)  // as ever\n")
    #expect(
      try edited(#"^EKS(version: "1.31") { Run(.api) }"#) {
        .write(#"EKS(version: "1.36")"#, at: $0)
      } == #"EKS(version: "1.36") { Run(.api) }"#)
  }

  @Test(arguments: [
    ("^VPC()", "VPC(availabilityZones: 2)"),
    (#"^VPC(cidr: "10.0.0.0/16")"#, #"VPC(cidr: "10.0.0.0/16", availabilityZones: 2)"#),
    ("^VPC(natGateways: .one)", "VPC(availabilityZones: 2, natGateways: .one)"),
    (
      #"^VPC(cidr: "10.0.0.0/16", endpoints: [.s3])"#,
      #"VPC(cidr: "10.0.0.0/16", availabilityZones: 2, endpoints: [.s3])"#
    ),
  ])
  func `adds an argument where the element declares it`(marked: String, result: String) throws {
    #expect(try edited(marked) { .write("availabilityZones: 2", at: $0) } == result)
  }

  @Test func `adds parentheses to an element that had only a block`() throws {
    #expect(
      try edited("^EKS {\n  Run(.api)\n}") { .write(#"version: "1.36""#, at: $0) }
        == "EKS(version: \"1.36\") {\n  Run(.api)\n}")
  }

  @Test func `replaces and adds arguments without a label`() throws {
    #expect(
      try edited("^Routing(.failover)") { .write("Routing(.latency)", at: $0) }
        == "Routing(.latency)")
    #expect(
      try edited(#"^NodeGroup(count: 2, named: "arm")"#) {
        .write("NodeGroup(.t3Large)", at: $0)
      } == #"NodeGroup(.t3Large, count: 2, named: "arm")"#)
    #expect(
      try edited(#"^Cell("Cell 1", in: .usEast1, role: .primary, shape: .plain) { VPC() }"#) {
        .write(#"Cell("cell-1")"#, at: $0)
      } == #"Cell("cell-1", in: .usEast1, role: .primary, shape: .plain) { VPC() }"#)
  }

  @Test func `takes a list without labels for one argument`() throws {
    #expect(
      try edited("^Karpenter(capacity: [.spot], limit: .cpu(0), .memory(.gibibytes(4)))") {
        .write("limit: .cpu(1000), .memory(.gibibytes(4))", at: $0)
      } == "Karpenter(capacity: [.spot], limit: .cpu(1000), .memory(.gibibytes(4)))")
    #expect(
      try edited("^Karpenter(limit: .cpu(0), .memory(.gibibytes(4)))") {
        .write("capacity: [.spot, .onDemand]", at: $0)
      } == "Karpenter(capacity: [.spot, .onDemand], limit: .cpu(0), .memory(.gibibytes(4)))")
  }

  @Test func `changes several arguments at once`() throws {
    #expect(
      try edited("^GlobalDatabase(.alerts, engine: .a, instance: .b)") {
        .write("engine: .c, instance: .d, backupRetention: .days(7)", at: $0)
      } == "GlobalDatabase(.alerts, engine: .c, instance: .d, backupRetention: .days(7))")
  }

  @Test func `keeps comments, strings and brackets apart from arguments`() throws {
    #expect(
      try edited(
        #"""
        let a = "VPC(availabilityZones: 9, \(b("}")))"  // VPC(
        /* VPC( /* */ { */
        ^VPC(
          cidr: #"10.0.0.0/16 \" "#,  // availabilityZones: 8,
          availabilityZones: [1, 2].max() { $0 < $1 }, natGateways: .one)
        """#
      ) { .write("availabilityZones: 2", at: $0) } == #"""
        let a = "VPC(availabilityZones: 9, \(b("}")))"  // VPC(
        /* VPC( /* */ { */
        VPC(
          cidr: #"10.0.0.0/16 \" "#,  // availabilityZones: 8,
          availabilityZones: 2, natGateways: .one)
        """#)
  }

  @Test func `breaks arguments that have become too long, as swift format does`() throws {
    let long = #"GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge"#
    #expect(
      try edited("  ^\(long), instancesPerCell: 1)\n") {
        .write("backupRetention: .days(35)", at: $0)
      } == """
          GlobalDatabase(
            .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instancesPerCell: 1,
            backupRetention: .days(35))

        """)
    #expect(
      try edited(
        "  ^Cell(\"cell-use1-01\", in: .usEast1, role: .primary, index: 10, shape: .theLongestShape) {\n  }\n"
      ) { .write("Cell(\"cell-us-east-1-number-01\")", at: $0) } == """
          Cell(
            "cell-us-east-1-number-01", in: .usEast1, role: .primary, index: 10, shape: .theLongestShape
          ) {
          }

        """)
  }

  @Test func `gives each argument a line of its own where all have one`() throws {
    #expect(
      try edited("^VPC(\n  cidr: \"10.0.0.0/16\",\n  natGateways: .one,\n  endpoints: [.s3])") {
        .write("availabilityZones: 2", at: $0)
      } == """
        VPC(
          cidr: "10.0.0.0/16",
          availabilityZones: 2,
          natGateways: .one,
          endpoints: [.s3])
        """)
  }

  @Test(arguments: [
    (#"^VPC(cidr: "a", availabilityZones: 2)"#, "VPC(availabilityZones: 2)"),
    (#"^VPC(availabilityZones: 2, cidr: "a")"#, "VPC(availabilityZones: 2)"),
    (
      #"^VPC(availabilityZones: 2, cidr: "a", natGateways: .one)"#,
      "VPC(availabilityZones: 2, natGateways: .one)"
    ),
    (#"^VPC(cidr: "a")"#, "VPC()"),
    (#"^EKS(cidr: "a") { Run(.api) }"#, "EKS { Run(.api) }"),
  ])
  func `takes an argument away with its comma`(marked: String, result: String) throws {
    #expect(try edited(marked) { .leaveOut("cidr:", at: $0) } == result)
    #expect(try edited(marked) { .leaveOut(#"cidr: "a""#, at: $0) } == result)
  }

  @Test func `finds an initializer by the bracket that it was told of`() throws {
    #expect(
      try edited(#"public let a = Environment^("A", account: "1") {}"#) {
        .write(#"Environment("a")"#, at: $0)
      } == #"public let a = Environment("a", account: "1") {}"#)
  }
}
