// rule: invalid-value

import CellContract
import CellDescription
import CellPrimitives

/// Route 53 adds the dot at the end itself.
let zoneWithADot = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.existing("example.com."))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
