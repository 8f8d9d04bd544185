extension ServiceContract {
  /// Whether the service does its work in rounds, each with an end, and may so run as a function.
  ///
  /// A service that answers requests or waits for messages is never done; a function is stopped
  /// after 15 minutes. Source: AWS Lambda Developer Guide, "Lambda quotas", 2026-11.
  public var worksInRounds: Bool {
    switch name {
    case .api, .worker: false
    case .poller: true
    }
  }
}
