// rule: cidr-overlap

import CellContract
import CellDescription
import CellPrimitives

/// A block for each cell gives every cell the same one.
let oneBlockForAllCells = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    EachCell { VPC(cidr: "10.9.0.0/16", availabilityZones: 2) }
    Cell("cell-a", in: .usEast1, role: .primary, shape: .plain)
    Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
  }
}
