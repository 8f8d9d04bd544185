import CellContract
import CellDescription
import CellPrimitives

/// Production's sizes in one region: what a release must pass before it goes on.
public let staging = Environment(
  "staging", account: "345678901234", domain: "api.staging.bizcomms.example.com", home: .usEast1,
  dataProtection: .none
) {
  Release("0.1.0")
  GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
  GlobalTable(.deliveries)
  GlobalTable(.stories)
  HostedZone(.created("staging.bizcomms.example.com"))
  OnCall(.email("oncall@bizcomms.example.com"))
  AccessEntry(.administrator, role: "arn:aws:iam::345678901234:role/operators")
  GitHubRepository("bizcomms/bizcomms")

  Cell("cell-use1-stg", in: .usEast1, role: .primary, index: 32, shape: .standard)
}
