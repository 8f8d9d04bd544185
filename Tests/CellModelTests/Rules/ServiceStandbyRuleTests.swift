import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct ServiceStandbyRuleTests {
  private let line = #line + 13
  private func check(
    _ run: Run, dataProtection: DataProtection = .preventDestroy
  ) -> String {
    printed(rules: [.serviceStandby]) {
      Environment(
        "sample", account: "123456789012", domain: "api.example.com", home: .usEast1,
        dataProtection: dataProtection
      ) {
        Release("1.0.0")
        OnCall(.email("oncall@example.com"))
        HostedZone(.created("example.com"))
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
          EKS { run }
        }
      }
    }
  }

  @Test func `accepts two pods, one that runs once, and one where data can be thrown away`() {
    #expect(check(Run(.api, replicas: 2...3)) == "")
    #expect(check(Run(.poller)) == "")
    #expect(check(Run(.api, replicas: 1...3), dataProtection: .none) == "")
  }

  @Test func `warns of one pod`() {
    #expect(
      check(Run(.api, replicas: 1...3)) == """
        ServiceStandbyRuleTests.swift:\(line):17: warning: api may run as one pod in sample, and nothing \
        serves while it is replaced
          fix: write `replicas: 2...3`
        """)
    #expect(check(Run(.worker, replicas: 1)).hasSuffix("fix: write `replicas: 2`"))
  }
}
