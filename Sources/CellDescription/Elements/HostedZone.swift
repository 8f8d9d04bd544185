/// The Route 53 zone that holds the environment's domain.
public struct HostedZone: Sendable, Hashable {
  /// Who made the zone.
  public enum Origin: Sendable, Hashable {
    /// The global root creates the zone of this name; its parent has to delegate to it.
    case created(String)
    /// The zone of this name is in the account already and is only read.
    case existing(String)
  }

  package let origin: Origin

  /// Names the zone.
  public init(_ origin: Origin) { self.origin = origin }
}
