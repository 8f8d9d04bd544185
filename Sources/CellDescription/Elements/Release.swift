/// The version of the service images that runs: their tag in the registry.
///
/// In an environment it holds for every cell; in a cell it holds there, so that a new version can be
/// tried on one cell first.
public struct Release: Sendable, Hashable {
  package let version: String

  /// Runs `version`, the images' tag.
  public init(_ version: String) { self.version = version }
}
