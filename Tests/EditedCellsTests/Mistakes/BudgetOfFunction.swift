// rule: invalid-value

import CellContract
import CellDescription
import CellPrimitives

/// A function has no pods.
let budgetOfFunction = Fleet {
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
        Run(.api)
        Run(.poller, disruption: .maxUnavailable(1), as: .lambda(every: .minutes(5)))
      }
    }
  }
}
