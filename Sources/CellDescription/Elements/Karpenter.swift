public import CellPrimitives

/// Machines that come and go with the pods that wait for one.
///
/// An override replaces the whole element.
public struct Karpenter: Sendable, Hashable {
  /// How a machine is paid for.
  public enum Capacity: String, Sendable, Hashable, CaseIterable {
    /// What EC2 has to spare: cheaper, and taken back with two minutes' notice.
    case spot
    /// At the full price, for as long as it is needed.
    case onDemand = "on-demand"
  }

  /// A bound for all machines of the cell together.
  public enum Limit: Sendable, Hashable {
    /// Whole cores.
    case cpu(UInt32)
    /// Memory.
    case memory(Memory)
  }

  package let capacity: Set<Capacity>
  package let limits: [Limit]

  /// Describes the machines.
  ///
  /// - Parameters:
  ///   - capacity: where several are given, the cheapest that can be had is taken.
  ///   - limits: beyond them pods wait: `limit: .cpu(1000), .memory(.gibibytes(1000))`.
  public init(capacity: Set<Capacity> = [.spot, .onDemand], limit limits: Limit...) {
    self.capacity = capacity
    self.limits = limits
  }
}
