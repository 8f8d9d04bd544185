// rule: pod-addresses

import CellContract
import CellDescription
import CellPrimitives

/// Three /19 have no address for the pods of 5000 cores.
let moreCoresThanAddresses = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        Karpenter(limit: .cpu(5000))
      }
    }
  }
}
