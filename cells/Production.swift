import CellContract
import CellDescription
import CellPrimitives

/// Two regions over one shared data tier; us-west-1 stands by.
public let production = Environment(
  "production", account: "123456789012", domain: "api.bizcomms.example.com", home: .usEast1
) {
  Release("0.1.0")
  GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
  GlobalTable(.deliveries)
  GlobalTable(.stories)
  HostedZone(.created("bizcomms.example.com"))
  OnCall(.email("oncall@bizcomms.example.com"))
  AccessEntry(.administrator, role: "arn:aws:iam::123456789012:role/operators")
  GitHubRepository("bizcomms/bizcomms")
  Routing(.failover)
  EachCell {
    // GitHub's own runners deploy, from addresses that change, so the API answers everybody and lets in
    // who has an access entry. A private one needs a runner in each VPC, and `endpoint: .private` here.
    EKS(endpoint: .public)
  }

  Cell("cell-use1-01", in: .usEast1, role: .primary, index: 0, shape: .standard)
  Cell("cell-usw1-01", in: .usWest1, role: .standby, index: 1, shape: .standard)
}
