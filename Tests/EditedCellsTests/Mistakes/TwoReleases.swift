// rule: duplicate-elements

import CellContract
import CellDescription
import CellPrimitives

/// An environment has one release.
let twoReleases = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Release("1.0.1")
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
