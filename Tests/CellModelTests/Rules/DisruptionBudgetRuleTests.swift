import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DisruptionBudgetRuleTests {
  @Test(
    arguments: [
      nil, .maxUnavailable(1), .maxUnavailable(2), .maxUnavailable(.percent(1)), .minAvailable(1),
      .minAvailable(2), .maxUnavailable(.percent(66)), .minAvailable(.percent(66)),
      .minAvailable(.percent(1)),
    ] as [DisruptionBudget?])
  func `accepts what lets one of three pods go, and not all`(budget: DisruptionBudget?) {
    #expect(check(3...9, budget) == "")
  }

  @Test(
    arguments: [
      (2...10, .maxUnavailable(0)), (2...10, .minAvailable(2)), (2, .minAvailable(9)),
      (2...10, .maxUnavailable(.percent(0))), (2...10, .minAvailable(.percent(100))),
      // Half of two pods and a bit is two.
      (2...10, .minAvailable(.percent(51))), (3...9, .minAvailable(.percent(67))),
    ] as [(CountRange, DisruptionBudget)])
  func `refuses what keeps machines from being drained`(
    replicas: CountRange, budget: DisruptionBudget
  ) {
    #expect(
      check(replicas, budget) == """
        \(placeOfRun): error: the disruption budget of api lets no pod \
        go at \(replicas.minimum) replicas, so no machine that runs one can be drained, updated or \
        given back [disruption-budget]
          fix: write `disruption: .maxUnavailable(1)`
        """)
    #expect(check(replicas, budget, dataProtection: .none) == check(replicas, budget))
    #expect(check(replicas, .maxUnavailable(1)) == "")
  }

  @Test(
    arguments: [
      (2...10, .maxUnavailable(2)), (2...10, .minAvailable(0)), (3...9, .maxUnavailable(5)),
      (2...10, .maxUnavailable(.percent(51))), (3...9, .maxUnavailable(.percent(67))),
      (2, .minAvailable(.percent(0))),
    ] as [(CountRange, DisruptionBudget)])
  func `refuses what lets all go, but where data can be thrown away`(
    replicas: CountRange, budget: DisruptionBudget
  ) {
    #expect(
      check(replicas, budget) == """
        \(placeOfRun): error: the disruption budget of api lets all pods \
        go at once at \(replicas.minimum) replicas, and nothing serves in sample until others have \
        started [disruption-budget]
          fix: write `disruption: .maxUnavailable(1)`
        """)
    #expect(check(replicas, budget, dataProtection: .none) == "")
  }

  @Test func `refuses more than all`() {
    #expect(
      check(2...10, .maxUnavailable(.percent(150))) == """
        \(placeOfRun): error: the disruption budget of api says 150%, \
        and Kubernetes takes 100% at most [disruption-budget]
          fix: write `disruption: .maxUnavailable(1)`
        """)
  }

  @Test func `judges a service that runs once by a budget that somebody wrote`() {
    func check(_ budget: DisruptionBudget?) -> String {
      printed(.disruptionBudget, of: Run(.poller, disruption: budget))
    }
    #expect(check(nil) == "")
    #expect(check(.maxUnavailable(1)) == "")
    #expect(check(.minAvailable(0)) == "")
    #expect(
      check(.minAvailable(1)) == """
        \(placeOfRun): error: the disruption budget of poller lets no \
        pod go at 1 replica, so no machine that runs one can be drained, updated or given back \
        [disruption-budget]
          fix: write `disruption: .maxUnavailable(1)`
        """)
  }

  @Test func `says where the replicas stand that a budget of another layer forgets`() {
    let line = #line + 5
    let shape = CellShape {
      VPC()
      EKS(version: "1.35") {
        NodeGroup(.t3Large, count: 2...6)
        Run(.api, replicas: 4...8, disruption: .minAvailable(3))
      }
    }
    let text = diagnostics(rules: [.disruptionBudget]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: shape) {
        EKS { Run(.api, replicas: 3...8) }
      }
    }
    #expect(
      text == """
        DisruptionBudgetRuleTests.swift:\(line):9: error: the disruption budget of api lets no pod \
        go at 3 replicas, so no machine that runs one can be drained, updated or given back \
        [disruption-budget]
          note: DisruptionBudgetRuleTests.swift:\(line + 5):15: its number of replicas is 3...8 here
          fix: write `disruption: .maxUnavailable(1)`
        """)
  }

  @Test func `points at no line that leaves the number of replicas to another`() {
    let line = #line + 5
    let shape = CellShape {
      VPC()
      EKS(version: "1.35") {
        NodeGroup(.t3Large, count: 2...6)
        Run(.api, disruption: .minAvailable(2))
      }
    }
    let text = diagnostics(rules: [.disruptionBudget]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: shape) {
        EKS { Run(.api) }
      }
    }
    #expect(
      text == """
        DisruptionBudgetRuleTests.swift:\(line):9: error: the disruption budget of api lets no pod \
        go at 2 replicas, so no machine that runs one can be drained, updated or given back \
        [disruption-budget]
          fix: write `disruption: .maxUnavailable(1)`
        """)
  }

  private func check(
    _ replicas: CountRange, _ budget: DisruptionBudget?,
    dataProtection: DataProtection = .preventDestroy
  ) -> String {
    printed(
      .disruptionBudget, of: Run(.api, replicas: replicas, disruption: budget),
      dataProtection: dataProtection)
  }
}
