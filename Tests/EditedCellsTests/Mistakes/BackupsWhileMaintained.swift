// rule: database-windows
// terraform: production/terraform/cells/cell-a

import CellContract
import CellDescription
import CellPrimitives

/// Backups would be taken while Aurora works on the database, after midnight.
let backupsWhileMaintained = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(
      .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
      backupWindow: .daily(at: "00:15", for: .minutes(45)),
      maintenanceWindow: .weekly(.sunday, at: "23:30", for: .hours(1)))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
