public import SourceLocations

/// Everything that we run: the value from which `out/` follows.
public struct Fleet: Sendable {
  package let environments: [Placed<Environment>]
  package let location: SourceLocation

  /// Lists the environments; their order has no meaning.
  public init(
    file: String = #filePath, line: Int = #line, column: Int = #column,
    @FleetBuilder _ environments: () -> [Placed<Environment>]
  ) {
    self.environments = environments()
    location = SourceLocation(file: file, line: line, column: column)
  }
}
