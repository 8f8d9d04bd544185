import CellModel

/// When Aurora may take a cell's database for itself, in UTC.
///
/// Each cell has a day of its own, so that what maintenance breaks is broken in one region while the
/// others stand by; the eighth cell shares the first one's day. Backups are over half an hour before
/// maintenance starts: RDS refuses windows that overlap.
/// Source: Amazon RDS API Reference, `CreateDBCluster`, `PreferredBackupWindow`, at least 30 minutes,
/// and `PreferredMaintenanceWindow`, 2026-11.
struct DatabaseMaintenance {
  private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// `hh:mm-hh:mm`, every day.
  let backupWindow = "07:00-07:30"
  /// `ddd:hh:mm-ddd:hh:mm`, once a week.
  let maintenanceWindow: String

  fileprivate init(ofCellAt index: Int) {
    let day = Self.days[index % Self.days.count]
    maintenanceWindow = "\(day):08:00-\(day):09:00"
  }
}

extension ResolvedEnvironment {
  /// When the databases of `cell` are maintained; by the place of its name among the cells' names.
  func maintenance(of cell: ResolvedCell) -> DatabaseMaintenance {
    DatabaseMaintenance(ofCellAt: cells.prefix { $0.name != cell.name }.count)
  }
}
