// rule: invalid-value

import CellContract
import CellDescription
import CellPrimitives

/// The dot of the type is missing.
let machinesThatAreNone = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        NodeGroup("m5large", count: 2...3)
      }
    }
  }
}
