// rule: serverless-capacity

import CellContract
import CellDescription
import CellPrimitives

/// The larger bound comes first.
let capacityReversed = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(
      .alerts, engine: .auroraPostgreSQL("16.8"), instance: .serverless, capacity: .units(16, to: 2)
    )
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
