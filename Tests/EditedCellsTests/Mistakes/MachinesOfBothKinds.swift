// rule: architecture

import CellContract
import CellDescription
import CellPrimitives

/// Images are built once for all machines.
let machinesOfBothKinds = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        NodeGroup(.m5Large, count: 2...3)
        NodeGroup(.t4gLarge, count: 2...3, named: "arm")
      }
    }
  }
}
