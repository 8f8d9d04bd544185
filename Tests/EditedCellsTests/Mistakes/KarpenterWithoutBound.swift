// rule: karpenter-bound

import CellContract
import CellDescription
import CellPrimitives

/// Nothing keeps a fault from starting machines.
let karpenterWithoutBound = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        Karpenter()
      }
    }
  }
}
