import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct FirewallRuleTests {
  @Test func `judges the limit of callbacks by the same measure`() {
    let line = #line + 4
    func check(_ requests: Int, per period: Period) -> String {
      diagnostics {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
          WAF(callbackRateLimit: .requests(requests, per: period))
        }
      }
    }
    #expect(
      check(9, per: .minutes(5)) == """
        FirewallRuleTests.swift:\(line):11: error: a firewall can't limit an address to 9 \
        requests; AWS WAF takes 10 to 2000000000 [firewall]
          fix: write `callbackRateLimit: .requests(10, per: .minutes(5))`
        """)
    #expect(check(100_000, per: .minutes(10)) == "")
  }

  private let line = #line + 4
  private func check(_ requests: Int, per period: Period) -> String {
    diagnostics {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        WAF(rateLimit: .requests(requests, per: period))
      }
    }
  }

  @Test(arguments: [10, 1000, 2_000_000_000])
  func `accepts what AWS WAF counts, and every window`(_ requests: Int) {
    for period in [Period.minutes(1), .minutes(2), .minutes(5), .minutes(10), .seconds(300)] {
      #expect(check(requests, per: period) == "")
    }
  }

  @Test(arguments: [(9, 10), (0, 10), (-1, 10), (2_000_000_001, 2_000_000_000)])
  func `refuses a limit that AWS WAF does not take`(requests: Int, instead: Int) {
    #expect(
      check(requests, per: .minutes(5)) == """
        FirewallRuleTests.swift:\(line):9: error: a firewall can't limit an address to \(requests) \
        requests; AWS WAF takes 10 to 2000000000 [firewall]
          fix: write `rateLimit: .requests(\(instead), per: .minutes(5))`
        """)
    #expect(check(instead, per: .minutes(5)) == "")
  }

  @Test(arguments: [
    (Period.minutes(3), "3 minutes", UInt32(2)), (.seconds(90), "90 seconds", 1),
    (.hours(1), "1 hour", 10), (.seconds(0), "0 seconds", 1), (.minutes(4), "4 minutes", 5),
  ])
  func `refuses a window that AWS WAF does not know, and offers the nearest`(
    period: Period, text: String, minutes: UInt32
  ) {
    #expect(
      check(1000, per: period) == """
        FirewallRuleTests.swift:\(line):9: error: a firewall can't count over \(text); AWS WAF \
        counts over 1, 2, 5 or 10 minutes [firewall]
          fix: write `rateLimit: .requests(1000, per: .minutes(\(minutes)))`
        """)
    #expect(check(1000, per: .minutes(minutes)) == "")
  }

  @Test func `the fix for both is one`() {
    #expect(
      check(5, per: .hours(1)) == """
        FirewallRuleTests.swift:\(line):9: error: a firewall can't count over 1 hour; AWS WAF \
        counts over 1, 2, 5 or 10 minutes [firewall]
          fix: write `rateLimit: .requests(10, per: .minutes(10))`
        FirewallRuleTests.swift:\(line):9: error: a firewall can't limit an address to 5 requests; \
        AWS WAF takes 10 to 2000000000 [firewall]
          fix: write `rateLimit: .requests(10, per: .minutes(10))`
        """)
  }
}
