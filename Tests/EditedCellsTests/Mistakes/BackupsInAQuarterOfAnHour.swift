// rule: database-windows

import CellContract
import CellDescription
import CellPrimitives

/// RDS takes half an hour and more.
let backupsInAQuarterOfAnHour = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(
      .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge,
      backupWindow: .daily(at: "03:00", for: .minutes(15)))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
