// rule: quotas

import CellContract
import CellDescription
import CellPrimitives

/// An account has five addresses in a region by default.
let sixAddresses = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)

    Cell("cell-b", in: .usEast1, role: .standby, index: 1, shape: .plain)
  }
}
