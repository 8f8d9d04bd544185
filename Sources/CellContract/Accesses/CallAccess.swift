/// Calling another service of the same cell over HTTP.
public struct CallAccess: Access {
  /// Which service.
  public let service: ServiceName

  public var statements: [PolicyStatement] { [] }
  public var environment: [EnvironmentVariable] {
    [EnvironmentVariable("SERVICE", service.rawValue, "URL", .serviceURL(service))]
  }
  public var requirement: Requirement? { .service(service) }
}

extension Access where Self == CallAccess {
  /// May call `service`.
  static func call(_ service: ServiceName) -> Self { Self(service: service) }
}
