// rule: domain-in-zone

import CellContract
import CellDescription
import CellPrimitives

/// A zone holds the names below its own.
let domainOutsideItsZone = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.org"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
