public import CellDescription
import ParallelMap
public import SourceLocations

/// A fleet that every rule accepts: the only thing that is synthesized.
public struct ValidatedFleet: Sendable {
  /// By name.
  public let environments: [ResolvedEnvironment]
  /// What a person should look at all the same, sorted.
  public let warnings: [Diagnostic]

  /// Resolves and checks `fleet`; collects everything that is wrong before it gives up.
  ///
  /// - Parameters:
  ///   - fleet: the description.
  ///   - today: the day for which support dates are judged.
  ///   - rules: what is checked.
  /// - Throws: ``InvalidFleet`` with every diagnostic, sorted, where any is an error.
  public init(
    validating fleet: Fleet, on today: FactDate, rules: [Rule] = Rule.all
  ) throws(InvalidFleet) {
    var resolution = Resolution()
    let resolved = resolution.resolve(fleet)
    let context = RuleContext(today: today)
    let broken = rules.parallelMap { $0.check(resolved, context) }
    let found = resolution.diagnostics + broken.flatMap { $0 }
    // What is wrong with a shape is found once for each cell that has it, and told once.
    let diagnostics = Set(found).sorted()
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      throw InvalidFleet(diagnostics: diagnostics)
    }
    environments = resolved.environments
    warnings = diagnostics
  }

  /// The cell of this name; names are unique in the fleet.
  public func cell(named name: String) -> (environment: ResolvedEnvironment, cell: ResolvedCell)? {
    for environment in environments {
      if let cell = environment.cells.first(where: { $0.name == name }) {
        return (environment, cell)
      }
    }
    return nil
  }
}

/// Why a fleet can't be synthesized.
public struct InvalidFleet: Error, Sendable {
  /// Errors and warnings, sorted by place.
  public let diagnostics: [Diagnostic]

  /// Carries `diagnostics`.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}
