// rule: cluster-access

import CellContract
import CellDescription
import CellPrimitives

/// EKS refuses private blocks.
let clusterOpenToPrivateBlock = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS(endpoint: .publicFrom("198.51.100.0/24", "10.0.0.0/8"))
    }
  }
}
