import CellContract
import CellDescription
import SourceLocations

extension Rule {
  /// Where data is protected, a cell's database has an instance that takes over.
  ///
  /// Without one Aurora makes a new instance where the old one was, which takes minutes and waits for
  /// the zone. Source: Amazon Aurora User Guide, "Fault tolerance for an Aurora DB cluster", 2026-11.
  static let databaseStandby = Rule(
    "database-standby", "databases of a protected environment have an instance that takes over"
  ) { fleet, _ in
    fleet.placedDatabases.compactMap { database, environment, parameter in
      guard environment.dataProtection == .preventDestroy, database.value.instanceCount == 1
      else { return nil }
      return Diagnostic(
        .warning, rule: "database-standby", at: database.location,
        "the database \(database.value.database.name) has one instance in a cell of "
          + "\(environment.name), and no other takes over when it or its zone fails",
        fix: .write("\(parameter): 2", at: database.location))
    }
  }
}
