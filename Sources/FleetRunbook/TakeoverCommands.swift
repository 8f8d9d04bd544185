import CellContract
import CellDescription
public import CellModel
import CellPrimitives
import SourceLocations

/// How callers are moved to another cell, and back.
extension ResolvedEnvironment {
  /// The cell that can take callers over from the primary; nil where nobody can.
  public var standbyToTakeOver: ResolvedCell? {
    switch routing.value {
    case .failover: cells.first { $0.role.value == .standby }
    case .latency: nil
    }
  }
}

extension ResolvedCell {
  /// Takes the shared name from the primary, or gives it back.
  public func takeOver(_ isOn: Bool) -> ShellCommand {
    ShellCommand(
      ["aws", "cloudwatch", "put-metric-data", "--region", region.name],
      ["--namespace", TakeoverMetric.namespace, "--metric-name", TakeoverMetric.name],
      ["--dimensions", "\(TakeoverMetric.dimension)=\(name)", "--value", isOn ? "1" : "0"])
  }
}
