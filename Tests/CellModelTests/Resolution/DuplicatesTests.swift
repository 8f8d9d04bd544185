import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DuplicatesTests {
  @Test func `names both places of what stands twice in an environment`() {
    let line = #line + 1
    let text = diagnostics(rules: []) {
      Release("1.0.1")
      Routing(.failover)
      Routing(.latency)
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.9"), instance: .r6gLarge)
      GlobalTable(.stories)
      GlobalTable(.deliveries)
      GlobalTable(.stories)
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 12)
    // The first Release is one of all environments of these tests.
    #expect(
      lines[0] == """
        DuplicatesTests.swift:\(line + 1):7: error: production has a Release already [duplicate-elements]
        """)
    #expect(lines[1].hasSuffix(": the first is here"))
    #expect(lines[2] == "  fix: leave out `Release(…)`, or the first one")
    #expect(
      lines[3...].joined(separator: "\n") == """
        DuplicatesTests.swift:\(line + 3):7: error: production has a Routing already [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 2):7: the first is here
          fix: leave out `Routing(…)`, or the first one
        DuplicatesTests.swift:\(line + 5):7: error: production has GlobalDatabase(.alerts) already \
        [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 4):7: the first is here
          fix: leave out `GlobalDatabase(.alerts)`, or the first one
        DuplicatesTests.swift:\(line + 8):7: error: production has GlobalTable(.stories) already \
        [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 6):7: the first is here
          fix: leave out `GlobalTable(.stories)`, or the first one
        """)
  }

  @Test func `names both places of what stands twice in a cell`() {
    let line = #line + 2
    let text = diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        VPC(natGateways: .one)
        EKS(version: "1.35") {
          NodeGroup(.t3Large, count: 1)
          NodeGroup(.m5Large, count: 1)
        }
        VPC(natGateways: .onePerZone)
        EKS()
        Release("1.0.1")
        Release("1.0.1")
        CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      }
    }
    #expect(
      text == """
        DuplicatesTests.swift:\(line + 4):11: error: this EKS has the node group general already \
        [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 3):11: the first is here
          fix: leave out `NodeGroup(…)`, or the first one
        DuplicatesTests.swift:\(line + 6):9: error: cell-a has a VPC already [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 1):9: the first is here
          fix: leave out `VPC(…)`, or the first one
        DuplicatesTests.swift:\(line + 7):9: error: cell-a has an EKS already [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 2):9: the first is here
          fix: leave out `EKS(…)`, or the first one
        DuplicatesTests.swift:\(line + 9):9: error: cell-a has a Release already [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 8):9: the first is here
          fix: leave out `Release(…)`, or the first one
        DuplicatesTests.swift:\(line + 11):9: error: cell-a has CellDatabase(.alerts) already \
        [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 10):9: the first is here
          fix: leave out `CellDatabase(.alerts)`, or the first one
        """)
  }

  @Test func `tells once what stands twice in a shape of two cells, or in EachCell`() {
    let line = #line + 1
    let shape = CellShape {
      VPC()
      VPC()
      EKS(version: "1.35") { NodeGroup(.t3Large, count: 1) }
    }
    let text = diagnostics {
      EachCell { Release("1.0.1") }
      EachCell { Release("1.0.2") }
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: shape)
      Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: shape)
    }
    #expect(
      text == """
        DuplicatesTests.swift:\(line + 2):7: error: this shape has a VPC already [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 1):7: the first is here
          fix: leave out `VPC(…)`, or the first one
        DuplicatesTests.swift:\(line + 7):18: error: EachCell of production has a Release already \
        [duplicate-elements]
          note: DuplicatesTests.swift:\(line + 6):18: the first is here
          fix: leave out `Release(…)`, or the first one
        """)
  }

  @Test func `refuses an environment that is listed twice, and says nothing of its cells`() {
    let line = #line + 1
    let environment = production {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    }
    let text = printed {
      environment
      environment
    }
    #expect(
      text == """
        DuplicatesTests.swift:\(line):34: error: the fleet lists production twice [duplicate-elements]
          fix: list it once in `Fleet { … }`
        """)
    #expect(printed { environment } == "")
  }
}
