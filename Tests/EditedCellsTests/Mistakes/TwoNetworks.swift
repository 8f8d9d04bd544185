// rule: duplicate-elements

import CellContract
import CellDescription
import CellPrimitives

/// A cell has one network.
let twoNetworks = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      VPC(natGateways: .one)
      VPC(availabilityZones: 2)
    }
  }
}
