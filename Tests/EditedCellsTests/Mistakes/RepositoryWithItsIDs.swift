// rule: invalid-value

import CellContract
import CellDescription
import CellPrimitives

/// The IDs of a repository are arguments of their own.
let repositoryWithItsIDs = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GitHubRepository("bizcomms@1234/bizcomms@5678")
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
