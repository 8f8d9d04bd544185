// rule: maintenance-days
// terraform: production/terraform/cells/cell-a

import CellContract
import CellDescription
import CellPrimitives

/// What maintenance breaks is broken in both regions.
let regionsMaintainedTogether = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(
      .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
      maintenanceWindow: .weekly(.sunday, at: "08:00", for: .hours(1)))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
  }
}
