import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct OwnDomainRuleTests {
  private let line = #line + 4
  private func check(_ domain: String, _ zone: HostedZone.Origin) -> String {
    printed(rules: [.ownDomain]) {
      environment("one", "api.example.com", .created("example.com"))
      environment("two", domain, zone)
    }
  }

  private func environment(
    _ name: String, _ domain: String, _ zone: HostedZone.Origin, line: Int = #line, column: Int = 1
  ) -> Environment {
    Environment(
      name, account: "123456789012", domain: domain, home: .usEast1, line: line,
      column: column
    ) {
      Release("1.0.0")
      OnCall(.email("oncall@example.com"))
      HostedZone(zone)
      Cell("cell-\(name)", in: .usEast1, role: .primary, index: 0, shape: .plain)
    }
  }

  @Test func `accepts a domain of its own, and a zone that is there already`() {
    #expect(check("api.two.example.com", .created("two.example.com")) == "")
    #expect(check("api.two.example.com", .existing("example.com")) == "")
  }

  @Test func `refuses a domain that another environment has`() {
    #expect(
      check("api.example.com", .existing("example.com")) == """
        OwnDomainRuleTests.swift:\(line):1: error: two has the domain api.example.com of one; callers \
        would reach one of the two [own-domain]
          note: OwnDomainRuleTests.swift:\(line - 1):1: one has it here
          fix: give one of the two another domain
        """)
  }

  @Test func `refuses to create a zone twice`() {
    #expect(
      check("other.example.com", .created("example.com")).contains(
        "error: two has the hosted zone example.com of one; callers would reach one of the two"))
  }
}
