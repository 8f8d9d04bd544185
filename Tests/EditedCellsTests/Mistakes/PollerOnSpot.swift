// rule: spot

import CellContract
import CellDescription
import CellPrimitives

/// The only poller stands still when spot machines are gone.
let pollerOnSpot = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
    GlobalTable(.deliveries)
    GlobalTable(.stories)
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        Karpenter(capacity: [.spot], limit: .cpu(100))
        Run(.api)
        Run(.poller)
      }
    }
  }
}
