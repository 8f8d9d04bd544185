// rule: aurora-class

import CellContract
import CellDescription
import CellPrimitives

/// A version with which no new cluster can be made.
let withdrawnPostgreSQL = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("13.22"), instance: .r6gLarge)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
