public import CellPrimitives

/// When Aurora may take a database for itself.
public struct DatabaseWindows: Sendable, Hashable {
  /// Backups, every day.
  public let backup: TimeWindow
  /// Maintenance, once a week.
  public let maintenance: TimeWindow
  /// The days of maintenance, which cells take in turn; at least one.
  public let days: [Weekday]

  /// Where nobody says: backups are over half an hour before maintenance starts, and each cell has a day
  /// of its own, so that what maintenance breaks is broken in one region while the others stand by.
  public static let standard = DatabaseWindows(
    backup: TimeWindow(start: TimeOfDay(minutes: 7 * 60), length: .minutes(30)),
    maintenance: TimeWindow(start: TimeOfDay(minutes: 8 * 60), length: .hours(1)),
    days: Weekday.allCases)
}

/// A part of the day, in UTC, that may go over midnight.
public struct TimeWindow: Sendable, Hashable {
  /// When it begins.
  public let start: TimeOfDay
  /// How long it is: whole minutes, less than a day, once the fleet is validated.
  public let length: Period

  /// When it is over.
  public var end: TimeOfDay { TimeOfDay(minutes: start.minutes + minutes) }
  /// Whether it is over on the day after the one on which it began.
  public var goesOverMidnight: Bool { start.minutes + minutes >= TimeOfDay.minutesPerDay }
  /// Its length.
  var minutes: Int { length.seconds / 60 }

  /// Whether some minute of the day is in both; one may begin when the other ends.
  ///
  /// A window that is there once a week overlaps one that is there every day in the same minutes,
  /// whatever its weekday, so the week's end needs no thought.
  func overlaps(_ other: TimeWindow) -> Bool {
    minutesUntil(other) < minutes || other.minutesUntil(self) < other.minutes
  }

  /// From the start of this one to the next start of the other.
  private func minutesUntil(_ other: TimeWindow) -> Int {
    TimeOfDay(minutes: other.start.minutes - start.minutes).minutes
  }
}

extension ResolvedEnvironment {
  /// The day on which `database` is maintained in `cell`, by the place of its name among the cells'
  /// names: where there are more cells than days, some share one.
  public func maintenanceDay(of database: ResolvedDatabase, in cell: ResolvedCell) -> Weekday {
    let days = database.windows.days
    return days[cells.prefix { $0.name != cell.name }.count % days.count]
  }
}
