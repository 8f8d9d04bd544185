import CellContract
import CellPrimitives
import SourceLocations

extension Rule {
  /// Databases keep backups for as long as Aurora can.
  ///
  /// Source: ``AuroraLimits/backupRetentionInDays``.
  static let backups = Rule(
    "backups", "databases keep backups for 1 to 35 whole days",
    guards: [
      GuardedArgument(
        "aws_rds_cluster", "backup_retention_period",
        instead: "`GlobalDatabase(…, backupRetention: …)`")
    ]
  ) { fleet, _ in
    fleet.placedDatabases.compactMap { database, _, _ in
      guard let retention = database.value.backupRetention else { return nil }
      let limits = AuroraLimits.backupRetentionInDays.value
      if let days = retention.wholeDays, limits.contains(days) { return nil }
      let nearest = min(max(limits.lowerBound, retention.roundedDays), limits.upperBound)
      return Diagnostic(
        .error, rule: "backups", at: database.location,
        "the database \(database.value.database.name) keeps backups for \(retention); "
          + "Aurora keeps them for \(limits.lowerBound) to \(limits.upperBound) whole days",
        fix: .write("backupRetention: .days(\(nearest))", at: database.location))
    }
  }
}

extension Period {
  /// Days, a part of one counted as a whole one.
  fileprivate var roundedDays: Int { (seconds + 86_399) / 86_400 }
}
