extension BilledService {
  /// Why what a bill has of the service, beyond what the overview counts, is not in the overview.
  var absenceFromOverview: String {
    switch self {
    case .eks: "the overview counts control planes alone"
    case .ec2: "the overview does not count them"
    case .fargate: "optional in the overview, which has no price for it"
    case .ebs: "every machine has a disk, which the overview leaves out"
    case .aurora: "the overview counts instances alone"
    case .dynamoDB: "the overview leaves out recovery to a point in time"
    case .loadBalancing: "the overview leaves out capacity, which is paid for beside hours"
    case .natGateways: "the overview leaves out data, which is paid for beside hours"
    case .publicAddresses:
      "each NAT gateway has an address and each load balancer one for every zone, paid for since "
        + "February 2024, which the overview leaves out"
    case .endpoints: "the overview advises them and has no price for them"
    case .dataTransfer: "assumed here; the overview states no amounts"
    case .waf: "in the overview's architecture, and left out of its table"
    case .route53: "the overview leaves out queries and checks over HTTPS"
    case .cloudWatch: "counted or assumed here; the overview states no amounts"
    case .firehose: "fills the log archive, which the overview wants and does not price"
    case .s3: "states, logs and the audit trail, left out of the overview's table"
    case .cloudTrail: "in the overview's security, and left out of its table"
    case .sqs: "in the overview's architecture, and left out of its table"
    case .sns: "in the overview's architecture, and left out of its table"
    case .secretsManager: "the overview leaves out reads"
    case .kms: "a key for each purpose in each region, left out of the overview's table"
    case .ecr: "image repositories in each region, left out of the overview's table"
    case .lambda: "the overview's alternative for the poller"
    case .scheduler: "calls the poller where it is a function"
    case .twilio: "not AWS, and left out of the overview's table"
    case .other: "nothing that the overview knows"
    }
  }

  /// Whether the overview's table of production has a line for the service.
  var hasOverviewLine: Bool {
    OverviewFigures.production.lines.contains { $0.services?.contains(self) == true }
  }
}
