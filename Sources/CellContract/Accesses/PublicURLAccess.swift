/// Telling others outside where a service of this very cell is to be found: a callback must come back to
/// the cell that asked for it.
public struct PublicURLAccess: Access {
  /// Which service.
  public let service: ServiceName

  /// None: it is a name.
  public var statements: [PolicyStatement] { [] }
  /// The URL of the cell's own host name.
  public var environment: [EnvironmentVariable] {
    [EnvironmentVariable("SERVICE", service.rawValue, "PUBLIC_URL", .publicURL(service))]
  }
  /// The service runs in the same cluster.
  public var requirement: Requirement? { .service(service) }
}

extension Access where Self == PublicURLAccess {
  /// May tell others where `service` of this cell is.
  static func publicURL(of service: ServiceName) -> Self { Self(service: service) }
}
