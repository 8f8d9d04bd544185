/// A day of the week, from Monday on.
public enum Weekday: String, Sendable, Hashable, CaseIterable {
  /// The first.
  case monday
  /// The second.
  case tuesday
  /// The third.
  case wednesday
  /// The fourth.
  case thursday
  /// The fifth.
  case friday
  /// The sixth.
  case saturday
  /// The seventh.
  case sunday

  /// The day after this one, after Sunday Monday.
  public var next: Weekday {
    let days = Weekday.allCases
    return days.firstIndex(of: self).map { days[($0 + 1) % days.count] } ?? self
  }

  /// As AWS writes it: `mon`.
  ///
  /// Source: Amazon RDS API Reference, `CreateDBCluster`, `PreferredMaintenanceWindow`, 2026-11.
  public var abbreviation: String { String(rawValue.prefix(3)) }
}
