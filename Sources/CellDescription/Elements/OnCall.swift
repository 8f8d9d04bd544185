/// Who is told when an alarm goes off: a subscriber of every alarm topic of the environment.
///
/// An environment has at least one, because an alarm that nobody hears is none.
public struct OnCall: Sendable, Hashable {
  /// How somebody is reached.
  public enum Endpoint: Sendable, Hashable {
    /// An e-mail address; SNS asks there for a confirmation before it sends alarms.
    case email(String)
    /// An HTTPS endpoint of an incident tool, which confirms the subscription itself.
    case https(String)
  }

  package let endpoint: Endpoint

  /// Subscribes `endpoint`.
  public init(_ endpoint: Endpoint) { self.endpoint = endpoint }
}
