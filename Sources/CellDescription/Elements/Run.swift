public import CellContract
public import CellPrimitives

/// A service that runs in a cell.
public struct Run: Sendable, Hashable {
  /// What a service runs as.
  public enum Form: Sendable, Hashable {
    /// Pods of the cluster.
    case pods
    /// A function that starts `every` so often, does its work and ends; for services that work in
    /// rounds. 1 minute or more, whole minutes.
    case lambda(every: Period)
  }

  package let service: ServiceName
  package let replicas: CountRange?
  package let disruption: DisruptionBudget?
  package let form: Form?

  /// Runs `service`.
  ///
  /// - Parameters:
  ///   - replicas: a number, or `2...10` to let the autoscaler choose; by default the service's own.
  ///   - disruption: how many pods may be moved at once; by default one, and any where the service runs
  ///     once. A function has none.
  ///   - form: what it runs as; by default pods.
  public init(
    _ service: ServiceName, replicas: CountRange? = nil, disruption: DisruptionBudget? = nil,
    as form: Form? = nil
  ) {
    self.service = service
    self.replicas = replicas
    self.disruption = disruption
    self.form = form
  }
}
