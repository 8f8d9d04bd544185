import CellContract
import CellDescription
import CellPrimitives

extension CellShape {
  /// What a cell is made of; environments override sizes, cells what is peculiar to them.
  static let standard = CellShape {
    VPC(natGateways: .onePerZone, endpoints: [.s3, .dynamoDB])
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
      Run(.api, replicas: 2...10)
      Run(.worker, replicas: 2...20)
      Run(.poller)
    }
  }
}
