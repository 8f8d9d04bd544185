import CellContract
import CellDescription
import CellPrimitives

extension CellShape {
  /// What a cell needs at the least; mistakes write the rest.
  static let plain = CellShape {
    VPC()
    EKS(version: "1.35") {
      NodeGroup(.t3Large, count: 2...6)
    }
  }
}
