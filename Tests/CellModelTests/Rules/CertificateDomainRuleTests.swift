import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct CertificateDomainRuleTests {
  private let line = #line + 4
  private func check(labelOf length: Int) -> String {
    let domain = String(repeating: "a", count: length) + ".example.com"
    return printed {
      Environment("production", account: "123456789012", domain: domain, home: .usEast1) {
        Release("1.0.0")
        HostedZone(.created("example.com"))
        OnCall(.email("oncall@example.com"))
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
      }
    }
  }

  @Test func `accepts a domain of 64 characters`() {
    #expect(check(labelOf: 52) == "")
  }

  @Test(arguments: [(53, "1 character"), (63, "11 characters")])
  func `refuses a domain that is too long for a certificate`(length: Int, excess: String) {
    let domain = String(repeating: "a", count: length) + ".example.com"
    #expect(
      check(labelOf: length) == """
        CertificateDomainRuleTests.swift:\(line):18: error: the domain \(domain) has \
        \(length + 12) characters; a certificate's name has at most 64 [certificate-domain]
          fix: shorten `domain:` by \(excess)
        """)
  }
}
