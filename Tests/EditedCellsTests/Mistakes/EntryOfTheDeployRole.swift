// rule: access-entries

import CellContract
import CellDescription
import CellPrimitives

/// The role that deploys has an access entry of its own.
let entryOfTheDeployRole = Fleet {
  Environment(
    "production", account: "123456789012", domain: "api.example.com", home: .usEast1
  ) {
    Release("1.0.0")
    HostedZone(.created("example.com"))
    OnCall(.email("oncall@example.com"))
    AccessEntry(.administrator, role: "arn:aws:iam::123456789012:role/operators")
    AccessEntry(.viewer, role: "arn:aws:iam::123456789012:role/bizcomms-production-deploy")
    GitHubRepository("bizcomms/bizcomms")
    Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
  }
}
