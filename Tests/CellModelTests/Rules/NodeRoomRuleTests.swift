import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct NodeRoomRuleTests {
  private let line = #line + 7
  private func check(
    _ type: String, _ count: ClosedRange<Int>, karpenter: Bool = false
  ) throws -> String {
    let type = try #require(InstanceType(type))
    return diagnostics(rules: [.nodeRoom]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS {
          NodeGroup(type, count: CountRange(minimum: count.lowerBound, maximum: count.upperBound))
          if karpenter { Karpenter(limit: .cpu(100)) }
          Run(.api, replicas: 2...10)
        }
      }
    }
  }

  @Test func `accepts machines with room, and few of them beside Karpenter`() throws {
    #expect(try check("t3.large", 1...3) == "")
    #expect(try check("t3.medium", 2...3) == "")
    #expect(try check("t3.medium", 1...1, karpenter: true) == "")
    #expect(try check("m99.large", 1...1) == "")
  }

  @Test func `refuses machines that the cluster's own pods fill`() throws {
    let text = try check("t3.micro", 10...20)
    #expect(
      text == """
        NodeRoomRuleTests.swift:\(line + 1):11: error: a t3.micro takes 4 pods, and 6 of the cluster's own \
        run on every machine [node-room]
          fix: write `NodeGroup(.t3Large)`
        """)
  }

  @Test func `refuses fewer machines than all pods need`() throws {
    let text = try check("t3.medium", 1...5)
    #expect(
      text == """
        NodeRoomRuleTests.swift:\(line + 1):11: error: cell-a runs 15 pods at least, the cluster's own \
        among them, and its fewest machines have room for 11 [node-room]
          fix: write `NodeGroup(.t3Large)`, or more machines, or Karpenter
        """)
  }
}
