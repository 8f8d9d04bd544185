// rule: service-resources

import CellContract
import CellDescription
import CellPrimitives

/// The worker writes to a table that nobody declares.
let workerWithoutItsTable = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        Run(.worker)
      }
    }
  }
}
