// rule: cluster-access

import CellContract
import CellDescription
import CellPrimitives

/// Everybody is a block that is no restriction.
let clusterOpenToEverybody = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS(endpoint: .publicFrom("0.0.0.0/0"))
    }
  }
}
