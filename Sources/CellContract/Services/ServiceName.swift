/// A service of the application.
public enum ServiceName: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The alert API.
  case api
  /// The delivery worker.
  case worker
  /// The Hacker News poller.
  case poller

  /// By name.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// All that is agreed about this service.
  public var contract: ServiceContract {
    switch self {
    case .api: .api
    case .worker: .worker
    case .poller: .poller
    }
  }
}
