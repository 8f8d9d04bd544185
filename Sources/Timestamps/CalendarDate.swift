/// A day of the Gregorian calendar, carried on before its invention.
///
/// Years begin in March here, so that the day of a leap year is their last one, and 400 of them always
/// have 146,097 days. Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2026-11.
struct CalendarDate {
  let year: Int
  let month: Int
  let day: Int

  /// Days from 1 March 0000 to 1 January 1970.
  private static let epoch = 719_468
  private static let daysOf400Years = 146_097

  /// Nil for a day that the calendar doesn't have.
  init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days =
      switch month {
      case 2: isLeap ? 29 : 28
      case 4, 6, 9, 11: 30
      default: 31
      }
    guard day <= days else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  init(daysSince1970: Int) {
    let days = daysSince1970 + Self.epoch
    let era = Self.era(of: days, length: Self.daysOf400Years)
    let ofEra = days - era * Self.daysOf400Years
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * ofYear + 2) / 153
    day = ofYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var daysSince1970: Int {
    let fromMarch = month <= 2 ? year - 1 : year
    let era = Self.era(of: fromMarch, length: 400)
    let yearOfEra = fromMarch - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
    return era * Self.daysOf400Years + ofEra - Self.epoch
  }

  /// Which span of that length, rounded down for what lies before 0, too.
  private static func era(of value: Int, length: Int) -> Int {
    (value >= 0 ? value : value - (length - 1)) / length
  }
}
