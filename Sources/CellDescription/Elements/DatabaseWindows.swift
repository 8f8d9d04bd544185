public import CellPrimitives

/// When a database is backed up, every day.
public struct BackupWindow: Sendable, Hashable {
  package let start: String
  package let length: Period

  /// Every day from `start` on, for so long: `.daily(at: "07:00", for: .minutes(30))`.
  ///
  /// - Parameters:
  ///   - start: hours and minutes in UTC: `"07:00"`.
  ///   - length: whole minutes, 30 or more; it may go over midnight.
  public static func daily(at start: String, for length: Period) -> Self {
    Self(start: start, length: length)
  }
}

/// When Aurora may work on a database, once a week in each cell.
public struct MaintenanceWindow: Sendable, Hashable {
  package let days: [Weekday]
  package let start: String
  package let length: Period

  /// Once a week from `start` on, for so long: `.weekly(.saturday, .sunday, at: "08:00", for: .hours(1))`.
  ///
  /// - Parameters:
  ///   - days: the cells take them in turn, by name; where none is given, all seven from Monday on, so
  ///     that no two of the first seven cells are worked on in one day.
  ///   - start: hours and minutes in UTC: `"08:00"`.
  ///   - length: whole minutes, 30 or more; it may go over midnight and over the end of the week.
  public static func weekly(
    _ days: Weekday..., at start: String, for length: Period
  ) -> Self {
    Self(days: days, start: start, length: length)
  }
}
