// rule: debug-retention

import CellContract
import CellDescription
import CellPrimitives

/// Debug lines outlive the others.
let debugLinesForAYear = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      Observability(logRetention: .days(30), debugRetention: .days(365))
    }
  }
}
