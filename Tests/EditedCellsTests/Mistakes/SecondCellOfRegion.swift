// rule: database-per-region
// terraform: production/terraform/cells/cell-b

import CellContract
import CellDescription
import CellPrimitives

/// A global database has one cluster in a region.
let secondCellOfRegion = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    Cell("cell-b", in: .usEast1, role: .standby, index: 1, shape: .plain)
  }
}
