// rule: incomplete

import CellContract
import CellDescription
import CellPrimitives

/// Nobody says which images run.
let noRelease = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
