import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct InstanceTypeRuleTests {
  private let line = #line + 4
  private func check(_ type: InstanceType, in region: Region = .usEast1) -> String {
    diagnostics(rules: [.instanceType]) {
      Cell("cell-a", in: region, role: .primary, index: 0, shape: .plain) {
        EKS { NodeGroup(type, count: 2...3) }
      }
    }
  }

  @Test func `accepts every type that has a name in the description`() {
    for type in [
      InstanceType.t3Medium, .t3aLarge, .t4gMedium, .m5Large, .m6gLarge, .m7gLarge,
      .m7iLarge, .c6iLarge, .c7gLarge, .r6gLarge, .r6iLarge,
    ] {
      #expect(check(type) == "")
    }
  }

  @Test func `refuses a type that the region does not offer`() {
    #expect(
      check(.t3aLarge, in: .euNorth1) == """
        InstanceTypeRuleTests.swift:\(line):15: error: eu-north-1 does not offer machines of the type \
        t3a.large [instance-type]
          fix: write `NodeGroup("t3.large")`
        """)
  }

  @Test func `warns of a type that nobody knows here`() throws {
    #expect(
      check(try #require(InstanceType("m5.3xlarge"))) == """
        InstanceTypeRuleTests.swift:\(line):15: warning: the type m5.3xlarge is not known here; EC2 may \
        not offer it in us-east-1 [instance-type]
          fix: write `NodeGroup(.t3Large)`
        """)
  }
}
