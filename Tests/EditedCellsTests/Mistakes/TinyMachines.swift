// rule: node-room

import CellContract
import CellDescription
import CellPrimitives

/// A t3.micro has no room beside the cluster's own pods.
let tinyMachines = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        NodeGroup(InstanceType("t3.micro"), count: 2...6)
      }
    }
  }
}
