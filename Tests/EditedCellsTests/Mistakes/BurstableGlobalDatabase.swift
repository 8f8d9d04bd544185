// rule: aurora-class

import CellContract
import CellDescription
import CellPrimitives

/// A database over two regions needs a memory-optimised class.
let burstableGlobalDatabase = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .t4gMedium)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
  }
}
