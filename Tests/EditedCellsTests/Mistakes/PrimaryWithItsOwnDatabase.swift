// rule: database-per-region

import CellContract
import CellDescription
import CellPrimitives

/// Nobody writes to the database that the standby shares.
let primaryWithItsOwnDatabase = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
    }
    Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
  }
}
