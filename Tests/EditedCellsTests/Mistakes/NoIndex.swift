// rule: incomplete

import CellContract
import CellDescription
import CellPrimitives

/// A cell needs an address space.
let noIndex = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    Cell("cell-b", in: .usWest1, role: .standby, shape: .plain)
  }
}
