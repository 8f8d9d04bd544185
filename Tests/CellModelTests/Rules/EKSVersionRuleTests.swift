import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct EKSVersionRuleTests {
  private let line = #line + 5
  private func check(
    _ version: String, on today: FactDate = .ofTests, rules: [Rule] = Rule.all
  ) -> String {
    diagnostics(on: today, rules: rules) {
      EachCell { EKS(version: version) }
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
    }
  }

  @Test(arguments: ["1.34", "1.35", "1.36"])
  func `accepts a version in standard support`(version: String) {
    #expect(check(version) == "")
  }

  @Test(arguments: [
    ("1.27", "error: EKS is not known to offer Kubernetes 1.27"),
    (
      "1.99",
      "warning: Kubernetes 1.99 is newer than the newest known here (1.36); "
        + "EKS may not offer it yet"
    ),
  ])
  func `says once, however many cells run it, what is wrong with a version`(
    version: String, problem: String
  ) {
    #expect(
      check(version) == """
        EKSVersionRuleTests.swift:\(line):18: \(problem) [eks-version]
          fix: write `EKS(version: "1.36")`
        """)
    #expect(check("1.36") == "")
  }

  @Test func `refuses the overview's Kubernetes 1.28, which can't be created any more`() {
    #expect(
      check("1.28") == """
        EKSVersionRuleTests.swift:\(line):18: error: EKS has not supported Kubernetes 1.28 since \
        2025-11-26 [eks-version]
          fix: write `EKS(version: "1.36")`
        """)
    #expect(check("1.35") == "")
  }

  @Test func `warns of a version that EKS raises by itself`() {
    #expect(
      check("1.33") == """
        EKSVersionRuleTests.swift:\(line):18: warning: Kubernetes 1.33 is out of standard \
        support, so EKS raises the cluster to the next version by itself, and Terraform can't take \
        that back [eks-version]
          fix: write `EKS(version: "1.36")`
        """)
  }

  @Test func `asks for newer tables where they know no version in standard support`() {
    let later = FactDate(2027, 8, 2)
    #expect(
      check("1.36", on: later, rules: [.eksVersion]) == """
        EKSVersionRuleTests.swift:\(line):18: warning: Kubernetes 1.36 is out of standard \
        support, so EKS raises the cluster to the next version by itself, and Terraform can't take \
        that back [eks-version]
          fix: bring the table of versions up to date
        """)
  }
}
