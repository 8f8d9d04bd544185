import CellContract
import CellDescription
import CellPrimitives
import TerraformAWS
import TerraformDocument

/// Words that would be markup, a script or the end of an attribute, if anybody let them.
let hostileText = "\"><script>alert('1')</script>&lt;<img src=x>"

/// An environment `sample` with one cell in which only the API runs, and hostile words where no rule
/// looks at words: in what people add.
func hostileFleet() -> Fleet {
  Fleet {
    Environment(
      "sample", account: "111122223333", domain: "api.example.com", home: .euWest1
    ) {
      Release("1.0.0")
      GlobalDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .r6gLarge)
      GlobalTable(.deliveries)
      HostedZone(.existing("example.com"))
      OnCall(.email("oncall@example.com"))
      Cell(
        "cell-a", in: .euWest1, role: .primary, index: 0,
        shape: CellShape {
          VPC()
          EKS(version: "1.35") {
            NodeGroup(.m7gLarge, count: 2)
            Run(.api)
          }
          Extend { _ in
            Resource(AWS.CloudWatchMetricAlarm.self, "own") {
              $0.alarmName = Argument(hostileText)
              $0.alarmDescription = Argument(hostileText)
              $0.comparisonOperator = "LessThanLowerOrGreaterThanUpperThreshold"
              $0.evaluationPeriods = 2
              $0.thresholdMetricID = "e1"
            }
            Resource(AWS.IAMRole.self, "own") {
              $0.name = Argument(hostileText)
              $0.assumeRolePolicy = Argument(hostileText)
            }
          }
        })
    }
  }
}

/// An environment `sample` of three cells under latency routing, each with a database of its own, two
/// of them in one region.
func latencyFleet() -> Fleet {
  Fleet {
    Environment("sample", account: "111122223333", domain: "api.example.com", home: .usEast1) {
      Release("1.0.0")
      GlobalTable(.deliveries)
      GlobalTable(.stories)
      HostedZone(.created("example.com"))
      OnCall(.https("https://alerts.example.com/hook"))
      Routing(.latency)
      EachCell { CellDatabase(.alerts, engine: .auroraPostgreSQL("16.8"), instance: .serverless) }
      for (index, name) in ["cell-a", "cell-b", "cell-c"].enumerated() {
        Cell(
          name, in: index == 2 ? .usWest2 : .usEast1, role: index == 0 ? .primary : .standby,
          index: index, shape: .whole)
      }
    }
  }
}

extension CellShape {
  /// All services, the poller as a function.
  fileprivate static let whole = CellShape {
    VPC(availabilityZones: 2, natGateways: .one)
    EKS(version: "1.35", endpoint: .private) {
      NodeGroup(.t3Large, count: 2...6)
      Fargate(namespaces: ["kube-system"])
      Run(.api)
      Run(.worker)
      Run(.poller, as: .lambda(every: .minutes(5)))
    }
  }
}
