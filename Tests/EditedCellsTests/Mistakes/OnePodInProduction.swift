// rule: service-standby

import CellContract
import CellDescription
import CellPrimitives

/// Every update is a time without the API.
let onePodInProduction = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
    GlobalTable(.deliveries)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        Run(.api, replicas: 1...4)
      }
    }
  }
}
