// rule: instance-type

import CellContract
import CellDescription
import CellPrimitives

/// Stockholm has no t3a.
let machinesOfAnotherRegion = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .euNorth1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .euNorth1, role: .primary, index: 0, shape: .plain) {
      EKS {
        NodeGroup(.t3aLarge, count: 2...3)
      }
    }
  }
}
