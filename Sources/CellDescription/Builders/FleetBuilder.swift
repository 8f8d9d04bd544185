public import SourceLocations

/// What stands in `Fleet { … }`: environments.
@resultBuilder public enum FleetBuilder: DescriptionBuilder {
  /// An environment; nothing else stands in a fleet.
  public typealias Element = Environment

  /// An environment; its place is where it was declared, not where it is listed.
  public static func buildExpression(_ environment: Environment) -> [Placed<Environment>] {
    [Placed(environment, at: environment.location)]
  }
}
