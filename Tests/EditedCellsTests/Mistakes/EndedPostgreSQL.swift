// rule: aurora-class

import CellContract
import CellDescription
import CellPrimitives

/// Aurora no longer has this version.
let endedPostgreSQL = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("12.22"), instance: .r6gLarge)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
