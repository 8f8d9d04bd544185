// rule: name-limits

import CellContract
import CellDescription
import CellPrimitives

/// Under a region's name all of its cells are reached.
let cellCalledLikeARegion = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("us-east-1", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
