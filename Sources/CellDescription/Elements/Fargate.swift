/// Runs the pods of some namespaces without machines of ours; optional, for system components.
///
/// An override replaces the whole element.
public struct Fargate: Sendable, Hashable {
  package let namespaces: [String]

  /// Describes the namespaces whose pods run so: 1 to 5.
  public init(namespaces: [String]) { self.namespaces = namespaces }
}
