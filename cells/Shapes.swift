import CellContract
import CellDescription
import CellPrimitives

extension CellShape {
  /// What a cell is made of; environments override sizes, cells what is peculiar to them.
  static let standard = CellShape {
    VPC(natGateways: .onePerZone, endpoints: [.s3, .dynamoDB])
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
      Karpenter(capacity: [.spot, .onDemand], limit: .cpu(1000), .memory(.gibibytes(1000)))
      Run(.api, replicas: 2...10)
      Run(.worker, replicas: 2...20)
      Run(.poller)
    }
    WAF(.managedRules, rateLimit: .requests(1000, per: .minutes(5)))
    Observability(
      logRetention: .days(30), debugRetention: .days(7), archiveAfter: .days(90),
      debugSampling: .percent(10))
  }
}
