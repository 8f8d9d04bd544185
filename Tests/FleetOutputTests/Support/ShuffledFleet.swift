import CellContract
import CellDescription
import CellPrimitives
import TerraformAWS
import TerraformDocument

/// A fleet whose declarations stand in an order that `random` chooses, wherever order has no
/// meaning: environments, their elements, cells, tables, a shape's elements, node groups, services.
struct ShuffledFleet {
  private enum Part: CaseIterable {
    case release, database, deliveries, stories, zone, routing, onCall, eachCell, extension_
    case operators, viewers
    case virginia, california, oregon
  }
  private enum ShapePart: CaseIterable { case network, cluster, extension_ }
  private enum ClusterPart: CaseIterable { case general, arm, spare, api, worker, poller }

  var random: SeededRandom

  mutating func fleet() -> Fleet {
    let names = ["blue", "green"].shuffled(using: &random)
    let environments = names.map { environment($0, firstIndex: $0 == "blue" ? 0 : 10) }
    return Fleet {
      for environment in environments { environment }
    }
  }

  private mutating func environment(_ name: String, firstIndex: Int) -> Environment {
    let parts = Part.allCases.shuffled(using: &random)
    let shapes = (0..<3).map { _ in shape() }
    let account = name == "blue" ? "111122223333" : "444455556666"
    let roles = "arn:aws:iam::\(account):role"
    return Environment(
      name, account: account,
      domain: "api.\(name).example.com", home: .usEast1
    ) {
      for part in parts {
        switch part {
        case .release: Release("1.0.0")
        case .database:
          GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
        case .deliveries: GlobalTable(.deliveries)
        case .stories: GlobalTable(.stories)
        case .zone: HostedZone(.created("\(name).example.com"))
        case .routing: Routing(.latency)
        case .onCall: OnCall(.email("oncall@example.com"))
        case .operators: AccessEntry(.administrator, role: "\(roles)/operators")
        case .viewers: AccessEntry(.viewer, role: "\(roles)/developers")
        case .eachCell: EachCell { VPC(endpoints: [.dynamoDB, .s3]) }
        case .extension_: Extend { global in Self.record(in: global.hostedZoneID) }
        case .virginia:
          Cell("\(name)-a", in: .usEast1, role: .primary, index: firstIndex, shape: shapes[0])
        case .california:
          Cell("\(name)-b", in: .usWest1, role: .standby, index: firstIndex + 1, shape: shapes[1])
        case .oregon:
          Cell("\(name)-c", in: .usWest2, role: .standby, index: firstIndex + 2, shape: shapes[2])
        }
      }
    }
  }

  private mutating func shape() -> CellShape {
    let parts = ShapePart.allCases.shuffled(using: &random)
    let clusterParts = ClusterPart.allCases.shuffled(using: &random)
    return CellShape {
      for part in parts {
        switch part {
        case .network: VPC()
        case .cluster:
          EKS(version: "1.35") {
            for part in clusterParts {
              switch part {
              case .general: NodeGroup(.t3Large, count: 2...6)
              case .arm: NodeGroup(.m7gLarge, count: 1...2, named: "arm")
              case .spare: NodeGroup(.m6iLarge, count: 1, named: "spare")
              case .api: Run(.api)
              case .worker: Run(.worker)
              case .poller: Run(.poller)
              }
            }
          }
        case .extension_:
          Extend { _ in
            Amend(AWS.SQSQueue.self, "alert_processing") { $0.delaySeconds = 60 }
          }
        }
      }
    }
  }

  private static func record(in zoneID: Argument<String>) -> Resource<AWS.Route53Record> {
    Resource(AWS.Route53Record.self, "status") {
      $0.zoneID = zoneID
      $0.name = "status"
      $0.type = "CNAME"
      $0.ttl = 300
      $0.records = ["status.example.net"]
    }
  }
}
