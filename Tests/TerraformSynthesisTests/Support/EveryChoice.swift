import CellContract
import CellDescription
import CellPrimitives
import TerraformAWS
import TerraformDocument

/// A fleet in which every choice of the description is made that `cells/` does not make.
let everyChoice = Fleet {
  Environment(
    "every", account: "111122223333", domain: "api.every.example.com", home: .euCentral1,
    dataProtection: .none
  ) {
    Release("2.0.0")
    GlobalDatabase(
      .alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge, instancesPerCell: 3,
      backupWindow: .daily(at: "23:45", for: .minutes(45)),
      maintenanceWindow: .weekly(.saturday, .sunday, at: "23:00", for: .minutes(45)))
    GlobalTable(.deliveries)
    GlobalTable(.stories)
    HostedZone(.existing("example.com"))
    OnCall(.email("oncall@example.com"))
    AccessEntry(.viewer, role: "arn:aws:iam::111122223333:role/people/developers")
    AccessEntry(.administrator, role: "arn:aws:iam::111122223333:role/on.call+")
    GitHubRepository("example/services", runners: .selfHosted)
    Routing(.latency)
    EachCell {
      VPC(natGateways: .one)
    }
    Cell("every-use1-01", in: .usEast1, role: .primary, index: 40, shape: .twoNodeGroups)
    Cell("every-usw1-01", in: .usWest1, role: .standby, shape: .twoNodeGroups) {
      VPC(
        cidr: "172.16.0.0/16", natGateways: .onePerZone, endpoints: Set(VPC.Endpoint.allCases))
    }
    Cell("every-use1-02", in: .usEast1, role: .standby, index: 42, shape: .twoNodeGroups) {
      Release("2.1.0-rc.1")
      VPC(availabilityZones: 2, endpoints: [.s3])
      EKS(endpoint: .private) {
        Karpenter(capacity: [.spot], limit: .cpu(100))
        Fargate(namespaces: ["keda", "kube-system"])
        Run(.poller, as: .lambda(every: .minutes(1)))
      }
      CellDatabase(
        .alerts, engine: .auroraPostgreSQL("16.8"), instance: .serverless, instances: 1,
        capacity: .units(1, to: 8), backupRetention: .days(3),
        backupWindow: .daily(at: "00:00", for: .hours(1)),
        maintenanceWindow: .weekly(.sunday, at: "23:30", for: .minutes(30)))
      Extend { cell in
        Resource(AWS.SecurityGroup.self, "office") {
          $0.name = "\(Argument(cell.cellName))-office"
          $0.vpcID = cell.vpcID
        }
        Amend(AWS.SQSQueue.self, "alert_processing") { $0.delaySeconds = 60 }
      }
    }
    Extend { global in
      Resource(AWS.Route53Record.self, "status") {
        $0.zoneID = global.hostedZoneID
        $0.name = "status.every.example.com"
        $0.type = "CNAME"
        $0.ttl = 300
        $0.records = ["status.example.net"]
      }
    }
  }
}

extension CellShape {
  /// One group of each architecture.
  fileprivate static let twoNodeGroups = CellShape {
    VPC()
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
      NodeGroup(.m7gLarge, count: 1, named: "arm")
      Run(.api, replicas: 3, disruption: .minAvailable(.percent(50)))
      Run(.worker, disruption: .maxUnavailable(2))
      Run(.poller)
    }
  }
}
