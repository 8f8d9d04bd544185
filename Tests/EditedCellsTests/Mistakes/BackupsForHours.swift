// rule: backups

import CellContract
import CellDescription
import CellPrimitives

/// Backups are kept for whole days.
let backupsForHours = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      CellDatabase(
        .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, backupRetention: .hours(36)
      )
    }
  }
}
