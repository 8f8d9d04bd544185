import CellModel
import CellPrimitives

/// When Aurora may take a cell's database for itself, in UTC, as RDS writes it.
///
/// Source: Amazon RDS API Reference, `CreateDBCluster`, `PreferredBackupWindow` and
/// `PreferredMaintenanceWindow`, 2026-11.
struct DatabaseMaintenance {
  /// `hh:mm-hh:mm`, every day.
  let backupWindow: String
  /// `ddd:hh:mm-ddd:hh:mm`, once a week.
  let maintenanceWindow: String

  init(_ windows: DatabaseWindows, on day: Weekday) {
    backupWindow = "\(windows.backup.start)-\(windows.backup.end)"
    let maintenance = windows.maintenance
    let lastDay = maintenance.goesOverMidnight ? day.next : day
    maintenanceWindow =
      "\(day.abbreviation):\(maintenance.start)-\(lastDay.abbreviation):\(maintenance.end)"
  }
}
