// rule: incomplete

import CellContract
import CellDescription
import CellPrimitives

/// A shape leaves the network out.
let noNetwork = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: CellShape {}) {
      EKS(version: "1.35") {
        NodeGroup(.t3Large, count: 2)
      }
    }
  }
}
