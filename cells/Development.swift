import CellContract
import CellDescription
import CellPrimitives

/// One region, small machines, one NAT gateway, nothing that can't be thrown away.
public let development = Environment(
  "development", account: "210987654321", domain: "api.dev.bizcomms.example.com", home: .usEast1,
  dataProtection: .none
) {
  Release("0.1.0")
  GlobalDatabase(
    .alerts, engine: .auroraPostgreSQL("16.8"), instance: .t4gMedium, instancesPerCell: 1)
  GlobalTable(.deliveries)
  GlobalTable(.stories)
  HostedZone(.created("dev.bizcomms.example.com"))
  OnCall(.email("oncall@bizcomms.example.com"))
  AccessEntry(.administrator, role: "arn:aws:iam::210987654321:role/operators")
  GitHubRepository("bizcomms/bizcomms")
  EachCell {
    VPC(availabilityZones: 2, natGateways: .one)
    EKS {
      NodeGroup(.t3Medium, count: 2...3)
      Run(.api, replicas: 1...3)
      Run(.worker, replicas: 1...3)
      Run(.poller, as: .lambda(every: .minutes(5)))
    }
  }

  Cell("cell-use1-dev", in: .usEast1, role: .primary, index: 16, shape: .standard)
}
