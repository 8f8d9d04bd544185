import CellContract
import CellPrimitives
import SourceLocations

extension Rule {
  /// Backups and maintenance of a database have time enough, and neither is in the other's way.
  ///
  /// RDS refuses a cluster whose windows overlap; one may begin when the other ends. Each leaves the
  /// other one its least. Source: ``AuroraLimits/leastWindow``.
  static let databaseWindows = Rule(
    "database-windows", "backups and maintenance have half an hour each, and don't overlap",
    guards: [
      GuardedArgument("aws_rds_cluster", "preferred_backup_window", instead: backupAdvice),
      GuardedArgument(
        "aws_rds_cluster", "preferred_maintenance_window", instead: maintenanceAdvice),
      GuardedArgument("aws_rds_cluster_instance", "preferred_backup_window", instead: backupAdvice),
      GuardedArgument(
        "aws_rds_cluster_instance", "preferred_maintenance_window", instead: maintenanceAdvice),
    ]
  ) { fleet, _ in
    fleet.placedDatabases.flatMap { database, _, _ -> [Diagnostic] in
      guard !fleet.isUnread(.databaseWindow, at: database.location) else { return [] }
      let windows = database.value.windows
      return windows.problems.map { problem in
        Diagnostic(
          .error, rule: "database-windows", at: database.location,
          "the database \(database.value.database.name) is \(problem)",
          fix: .write(windows.correction, at: database.location))
      }
    }
  }
}

private let backupAdvice = "`GlobalDatabase(…, backupWindow: …)`"
private let maintenanceAdvice = "`GlobalDatabase(…, maintenanceWindow: …)`"

private let least = AuroraLimits.leastWindow.value.seconds / 60
private let most = TimeOfDay.minutesPerDay - least

extension TimeWindow {
  fileprivate var hasUsableLength: Bool {
    length.wholeMinutes.map { (least...most).contains($0) } ?? false
  }

  /// The same with the nearest length that can be had.
  fileprivate var withUsableLength: TimeWindow {
    with(minutes: min(max(least, (length.seconds + 30) / 60), most))
  }

  fileprivate func with(minutes: Int) -> TimeWindow {
    TimeWindow(start: start, length: .minutes(UInt32(minutes)))
  }
}

extension DatabaseWindows {
  /// What is wrong, as it follows on "the database is".
  fileprivate var problems: [String] {
    let lengths = [(backup, "backed up"), (maintenance, "maintained")].compactMap { window, doing in
      window.hasUsableLength
        ? nil
        : "\(doing) in a window of \(window.length); RDS takes whole minutes, here \(least) to \(most), "
          + "so that the other window has \(least) too"
    }
    guard lengths.isEmpty, backup.overlaps(maintenance) else { return lengths }
    return [
      "backed up from \(backup.start) to \(backup.end) every day and maintained from "
        + "\(maintenance.start) to \(maintenance.end); RDS refuses windows that overlap"
    ]
  }

  /// The arguments that have to be others: lengths that can be had and, where the windows still overlap,
  /// backups that are over when maintenance starts, shorter where the day has no more room.
  fileprivate var correction: String {
    let right = maintenance.withUsableLength
    var early = backup.withUsableLength
    if early.overlaps(right) {
      early = early.with(minutes: min(early.minutes, TimeOfDay.minutesPerDay - right.minutes))
      early = TimeWindow(
        start: TimeOfDay(minutes: right.start.minutes - early.minutes), length: early.length)
    }
    var code: [String] = []
    if early != backup {
      code.append(backupWindow(at: swiftLiteral(early.start.description), for: early.length))
    }
    if right != maintenance {
      code.append(
        maintenanceWindow(
          days == DatabaseWindows.standard.days ? [] : days,
          at: swiftLiteral(right.start.description), for: right.length))
    }
    return code.joined(separator: ", ")
  }
}
