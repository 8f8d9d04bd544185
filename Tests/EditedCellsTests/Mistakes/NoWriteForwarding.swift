// rule: aurora-class

import CellContract
import CellDescription
import CellPrimitives

/// The version is too old to forward the writes of a standby cell.
let noWriteForwarding = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("14.6"), instance: .r6gLarge)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    Cell("cell-b", in: .usWest1, role: .standby, index: 1, shape: .plain)
  }
}
