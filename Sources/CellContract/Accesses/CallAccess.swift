/// Calling another service of the same cell over HTTP.
public struct CallAccess: Access {
  /// Which service.
  public let service: ServiceName

  /// None: IAM has no say inside a cluster.
  public var statements: [PolicyStatement] { [] }
  /// The service's URL.
  public var environment: [EnvironmentVariable] {
    [EnvironmentVariable("SERVICE", service.rawValue, "URL", .serviceURL(service))]
  }
  /// The service runs in the same cluster.
  public var requirement: Requirement? { .service(service) }
}

extension Access where Self == CallAccess {
  /// May call `service`.
  static func call(_ service: ServiceName) -> Self { Self(service: service) }
}
