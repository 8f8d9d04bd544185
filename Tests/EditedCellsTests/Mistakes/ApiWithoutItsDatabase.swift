// rule: service-resources
// terraform: production/terraform/cells/cell-a

import CellContract
import CellDescription
import CellPrimitives

/// The API reads a database that nobody declares.
let apiWithoutItsDatabase = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
      EKS {
        Run(.api)
      }
    }
  }
}
