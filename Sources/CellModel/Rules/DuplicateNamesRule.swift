import SourceLocations

extension Rule {
  /// No two environments, and no two cells of the fleet, have the same name.
  ///
  /// Cell names are unique over environments too, so that a name alone says which cell is meant.
  static let duplicateNames = Rule(
    "duplicate-names", "names of environments and of cells are unique in the fleet"
  ) { fleet, _ in
    let environments = fleet.environments.map { ("environment", $0.name, $0.location) }
    let cells = fleet.environments.flatMap(\.cells).map { ("cell", $0.name, $0.location) }
    return [environments, cells].flatMap { named in
      let byName = Dictionary(grouping: named, by: \.1)
      return byName.values.flatMap { same -> [Diagnostic] in
        let ordered = same.sorted { $0.2 < $1.2 }
        return ordered.dropFirst().map { kind, name, location in
          Diagnostic(
            .error, rule: "duplicate-names", at: location,
            "the fleet has another \(kind) called \(name)",
            fix: "give one of the two another name",
            notes: [.init(at: ordered[0].2, "the first \(name) is declared here")])
        }
      }
    }
  }
}
