/// One thing that a service may do with one named resource: an inert value that links nothing.
///
/// What it allows (``statements``) and what the service must be told (``environment``) follow from
/// it, so the policy and the configuration of a service can't differ from its declaration.
public protocol Access: Sendable, Hashable {
  /// What the service's role allows.
  var statements: [PolicyStatement] { get }
  /// What the chart sets and the service reads.
  var environment: [EnvironmentVariable] { get }
  /// What must exist in the cell or the environment.
  var requirement: Requirement? { get }
}

/// A resource that an access needs somebody to declare.
public enum Requirement: Sendable, Hashable {
  /// `GlobalDatabase` in the environment.
  case database(Database)
  /// `GlobalTable` in the environment.
  case table(Table)
  /// `Run` of another service in the same cluster.
  case service(ServiceName)
}
