// rule: karpenter

import CellContract
import CellDescription
import CellPrimitives

/// A limit of nothing starts no machine.
let karpenterWithoutCores = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        Karpenter(limit: .memory(.gibibytes(64)), .cpu(0))
      }
    }
  }
}
