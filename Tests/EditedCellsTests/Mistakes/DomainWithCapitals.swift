// rule: invalid-value

import CellContract
import CellDescription
import CellPrimitives

/// A host name has lower-case letters.
let domainWithCapitals = Fleet {
  Environment(
    "production", account: "123456789012", domain: "API.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
