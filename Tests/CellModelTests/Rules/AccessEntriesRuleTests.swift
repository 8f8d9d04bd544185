import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

/// Who may enter the clusters; each fix is applied as well.
struct AccessEntriesRuleTests {
  private let line = #line + 3
  private func check(_ roles: String...) -> String {
    diagnostics(rules: [.accessEntries]) {
      for role in roles { AccessEntry(.viewer, role: "arn:aws:iam::\(role)") }
      GitHubRepository("example/cells")
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    }
  }

  @Test func `accepts roles of the environment's account, each once`() {
    #expect(check() == "")
    #expect(check("123456789012:role/operators", "123456789012:role/people/developers") == "")
  }

  @Test func `refuses a role of another account`() {
    #expect(
      check("210987654321:role/operators") == """
        AccessEntriesRuleTests.swift:\(line):27: error: arn:aws:iam::210987654321:role/operators \
        is a role of the account 210987654321; production is in 123456789012 [access-entries]
          fix: name a role of 123456789012 that the same people may take
        """)
  }

  @Test func `refuses a role that has an entry already, also under another path or in capitals`() {
    // Entries are sorted by role, so the one in capitals is the first.
    for role in ["role/operators", "role/people/operators", "role/Operators"] {
      #expect(
        check("123456789012:role/operators", "123456789012:\(role)") == """
          AccessEntriesRuleTests.swift:\(line):27: error: the role \
          operators has an access entry already; a cluster takes one [access-entries]
            note: AccessEntriesRuleTests.swift:\(line):27: the first is here
            fix: keep one of the two
          """)
    }
  }

  @Test func `refuses the role that deploys, which has an entry of its own`() {
    #expect(
      check("123456789012:role/bizcomms-production-deploy") == """
        AccessEntriesRuleTests.swift:\(line):27: error: bizcomms-production-deploy is the role \
        that deploys, which has an access entry already [access-entries]
          fix: leave out `AccessEntry(…)`
        """)
  }
}
