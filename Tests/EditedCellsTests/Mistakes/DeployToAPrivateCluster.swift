// rule: deployment-access

import CellContract
import CellDescription
import CellPrimitives

/// GitHub's own runners don't reach a private API.
let deployToAPrivateCluster = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    GitHubRepository("example/cells")
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS(endpoint: .private)
    }
  }
}
