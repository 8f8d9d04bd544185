import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct AccountRuleTests {
  @Test func `accepts environments of different accounts and refuses two of one`() {
    let line = #line + 2
    func check(_ account: String) -> String {
      printed {
        production { Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) }
        Environment("staging", account: account, domain: "api.example.org", home: .usEast1) {
          Release("1.0.0")
          HostedZone(.created("example.org"))
          OnCall(.email("oncall@example.com"))
          Cell("cell-b", in: .usEast1, role: .primary, index: 1, shape: .plain)
        }
      }
    }
    #expect(check("210987654321") == "")
    #expect(
      check("123456789012") == """
        AccountRuleTests.swift:\(line + 2):20: error: staging has the account 123456789012 of \
        production; both would own the repositories of the images there [account]
          note: AccountRuleTests.swift:\(line + 1):20: production is declared here
          fix: give one of the two another `account:`
        """)
  }
}
