// rule: zones
// terraform: production/terraform/cells/cell-b

import CellContract
import CellDescription
import CellPrimitives

/// us-west-1 offers two zones to most accounts.
let threeZonesInCalifornia = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    EachCell { VPC(availabilityZones: 3) }
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
  }
}
