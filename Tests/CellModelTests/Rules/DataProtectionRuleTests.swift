import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct DataProtectionRuleTests {
  private let line = #line + 5
  private func check(
    _ name: String, _ protection: DataProtection = .none, cells: Int = 1
  ) -> String {
    printed(rules: [.dataProtection]) {
      Environment(
        name, account: "123456789012", domain: "api.example.com", home: .usEast1,
        dataProtection: protection
      ) {
        Release("1.0.0")
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        for number in 0..<cells {
          Cell(
            "cell-\(number)", in: .usEast1, role: number == 0 ? .primary : .standby, index: number,
            shape: .plain)
        }
      }
    }
  }

  @Test func `accepts protection, and none where nobody takes it for production`() {
    #expect(check("production", .preventDestroy, cells: 2) == "")
    #expect(check("staging", cells: 2) == "")
  }

  @Test func `warns of production whose data can be destroyed`() {
    #expect(
      check("eu-production") == """
        DataProtectionRuleTests.swift:\(line):18: warning: eu-production is called like production, \
        and `terraform destroy` would take its databases and tables [data-protection]
          fix: leave out `dataProtection: .none`
        """)
  }
}
