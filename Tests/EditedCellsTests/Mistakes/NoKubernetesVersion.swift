// rule: incomplete

import CellContract
import CellDescription
import CellPrimitives

/// Nobody says which Kubernetes runs.
let noKubernetesVersion = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    EachCell {
      VPC()
      EKS {
        NodeGroup(.t3Large, count: 2...6)
      }
    }
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: CellShape {})
  }
}
