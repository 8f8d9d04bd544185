// rule: disruption-budget

import CellContract
import CellDescription
import CellPrimitives

/// Kubernetes rounds 60% of two pods up to two.
let allPodsAtOnce = Fleet {
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
        Run(.api, replicas: 2...10, disruption: .maxUnavailable(.percent(60)))
      }
    }
  }
}
