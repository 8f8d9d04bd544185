// rule: routing-pair
// terraform: production/terraform/routing

import CellContract
import CellDescription
import CellPrimitives

/// Failover, which is the default, knows two cells.
let threeCellsAndNoRouting = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
    Cell("cell-c", in: .usWest2, role: .standby, index: 2, shape: .plain)
  }
}
