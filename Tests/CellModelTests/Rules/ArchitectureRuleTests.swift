import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct ArchitectureRuleTests {
  private let line = #line + 4
  private func check(_ type: InstanceType) -> String {
    diagnostics(rules: [.architecture]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS { NodeGroup(type, count: 1...2, named: "more") }
      }
    }
  }

  @Test func `accepts machines that run the same images`() {
    #expect(check(.m5Large) == "")
  }

  @Test func `warns of machines that need an image for both`() {
    let text = check(.t4gLarge)
    #expect(
      text.hasPrefix(
        """
        ArchitectureRuleTests.swift:\(line):15: warning: the t4g.large runs images for arm64, the \
        t3.large for amd64; an image has to hold both [architecture]

        """))
    #expect(
      text.hasSuffix(
        "  fix: write `NodeGroup(\"t3.large\")`, or build images for both"))
  }
}
