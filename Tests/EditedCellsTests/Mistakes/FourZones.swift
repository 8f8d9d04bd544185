// rule: zones

import CellContract
import CellDescription
import CellPrimitives

/// A cell has two zones or three.
let fourZones = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      VPC(availabilityZones: 4, natGateways: .one)
    }
  }
}
