// rule: incomplete

import CellContract
import CellDescription
import CellPrimitives

/// Pods would wait for a machine for ever.
let noMachines = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    EachCell {
      VPC()
      EKS(version: "1.35")
    }
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: CellShape {})
  }
}
