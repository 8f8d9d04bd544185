public import SourceLocations

/// Everything that we run: the value from which `out/` follows.
public struct Fleet: Sendable {
  package let environments: [Placed<Environment>]

  /// Lists the environments; their order has no meaning.
  public init(@FleetBuilder _ environments: () -> [Placed<Environment>]) {
    self.environments = environments()
  }
}
