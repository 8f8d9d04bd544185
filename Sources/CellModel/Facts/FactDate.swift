import CellPrimitives

/// A day of the Gregorian calendar, in UTC: the date on a fact, or the day to judge one by.
///
/// Today is always passed in, so that a rule gives the same answer for the same arguments.
public struct FactDate: Sendable, Hashable {
  /// The year, such as 2026.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The given day; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.lengths(year: year)[month - 1]).contains(day)
    else { return nil }
    self.init(year, month, day)
  }

  /// A day written in a fact table; a test checks each of them against the calendar.
  package init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// When the tables in this folder were last compared with their sources.
  public static let tablesChecked = FactDate(2026, 11, 23)

  /// Whether more than a year has gone by since this day.
  public func isOlderThanAYear(on today: FactDate) -> Bool {
    (year + 1, month, day) < (today.year, today.month, today.day)
  }

  /// How many days after this one `day` is; negative where it is earlier.
  public func days(until day: FactDate) -> Int { day.number - number }

  /// The days from the first of January of the year 1 to this one.
  private var number: Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400
      + Self.lengths(year: year).prefix(month - 1).reduce(0, +) + day - 1
  }

  private static func lengths(year: Int) -> [Int] {
    let leap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  }
}

extension FactDate: Comparable {
  /// The earlier day comes first.
  public static func < (left: FactDate, right: FactDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension FactDate: CustomStringConvertible {
  /// ISO 8601: `2026-11-23`.
  public var description: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
}
