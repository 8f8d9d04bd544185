// rule: invalid-value

import CellContract
import CellDescription
import CellPrimitives

/// A block begins where its prefix says.
let networkWithHostBits = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, shape: .plain) {
      VPC(cidr: "10.1.2.3/16")
    }
  }
}
