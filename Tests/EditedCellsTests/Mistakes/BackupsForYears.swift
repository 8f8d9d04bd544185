// rule: backups

import CellContract
import CellDescription
import CellPrimitives

/// Aurora keeps backups for 35 days at most.
let backupsForYears = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(
      .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instancesPerCell: 3,
      backupRetention: .days(365))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
