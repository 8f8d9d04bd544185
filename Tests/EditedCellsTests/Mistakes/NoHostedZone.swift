// rule: incomplete

import CellContract
import CellDescription
import CellPrimitives

/// The domain is in no zone.
let noHostedZone = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
