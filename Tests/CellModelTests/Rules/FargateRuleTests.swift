import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

/// Namespaces of a Fargate profile; each fix is applied as well.
struct FargateRuleTests {
  private let line = #line + 5
  private func check(_ namespaces: [String]) -> String {
    diagnostics(rules: [.fargate]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS {
          Fargate(namespaces: namespaces)
        }
      }
    }
  }

  @Test(arguments: [["kube-system"], ["a", "b", "c", "d", "e"], ["keda", "keda"]])
  func `accepts one to five namespaces`(namespaces: [String]) {
    #expect(check(namespaces) == "")
  }

  @Test(
    arguments: [
      (
        [], "Fargate has no namespace, so it runs nothing",
        "leave out `Fargate(namespaces: [])`, or name one"
      ),
      (
        ["a", "b", "c", "d", "e", "f"], "Fargate has 6 namespaces; it takes 5 at most",
        "name the 5 that matter"
      ),
      (
        ["Kube"],
        #""Kube" contains "K"; the name of a Kubernetes object takes lower-case letters, digits and -"#,
        #"write the namespace's name, such as "kube-system""#
      ),
      (
        ["bizcomms"],
        "Fargate has the namespace bizcomms, whose lines nobody would collect: "
          + "Fluent Bit runs on machines only",
        "leave out `Fargate(…)`"
      ),
    ] as [([String], String, String)])
  func `refuses none, too many, what is no name, and our services`(
    namespaces: [String], problem: String, fix: String
  ) {
    #expect(
      check(namespaces) == """
        FargateRuleTests.swift:\(line):11: error: \(problem) [fargate]
          fix: \(fix)
        """)
  }

  @Test func `keeps the other namespaces`() {
    #expect(
      check(["bizcomms", "keda"])
        .hasSuffix("\n  fix: write `namespaces: [\"keda\"]`"))
  }
}
