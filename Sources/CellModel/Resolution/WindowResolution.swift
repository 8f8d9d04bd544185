import CellDescription
import CellPrimitives
import SourceLocations

extension Resolution {
  /// The windows of the database at `location`; what it leaves out is the standard's.
  mutating func windows(
    _ backup: BackupWindow?, _ maintenance: MaintenanceWindow?, at location: SourceLocation
  ) -> DatabaseWindows {
    let standard = DatabaseWindows.standard
    let days = maintenance?.days ?? []
    return DatabaseWindows(
      backup: backup.map { backup in
        TimeWindow(
          start: start(backup.start, or: standard.backup.start, at: location) {
            backupWindow(at: $0, for: backup.length)
          }, length: backup.length)
      } ?? standard.backup,
      maintenance: maintenance.map { maintenance in
        TimeWindow(
          start: start(maintenance.start, or: standard.maintenance.start, at: location) {
            maintenanceWindow(days, at: $0, for: maintenance.length)
          }, length: maintenance.length)
      } ?? standard.maintenance,
      days: days.isEmpty ? standard.days : days)
  }

  private mutating func start(
    _ text: String, or standard: TimeOfDay, at location: SourceLocation,
    writing code: (_ literal: String) -> String
  ) -> TimeOfDay {
    let time = read(at: location, writing: code) { () throws(InvalidValue) in
      try TimeOfDay(parsing: text)
    }
    return time ?? standIn(standard, for: .databaseWindow, at: location)
  }
}

/// The argument that gives a database its backups' window.
func backupWindow(at literal: String, for length: Period) -> String {
  "backupWindow: .daily(at: \(literal), for: \(length.swiftText))"
}

/// The argument that gives a database its maintenance's window, on days of its own in each cell where
/// `days` has none.
func maintenanceWindow(_ days: [Weekday], at literal: String, for length: Period) -> String {
  let listed = days.map { ".\($0), " }.joined()
  return "maintenanceWindow: .weekly(\(listed)at: \(literal), for: \(length.swiftText))"
}
