// rule: firewall

import CellContract
import CellDescription
import CellPrimitives

/// AWS WAF counts over 1, 2, 5 or 10 minutes.
let firewallOverThreeMinutes = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      WAF(.managedRules, rateLimit: .requests(1000, per: .minutes(3)))
    }
  }
}
