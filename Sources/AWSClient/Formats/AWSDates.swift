import Foundation

extension Date {
  /// `2026-01-02T03:04:05Z`, with or without fractions of a second: an expiration.
  ///
  /// - Throws: where the text is no such time.
  init(awsTime text: String) throws {
    do {
      try self.init(text, strategy: .iso8601)
    } catch {
      try self.init(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
  }

  /// `Fri, 02 Jan 2026 03:04:05 GMT`: a `Date` header. Nil where the text is no such time.
  init?(httpDate text: String) {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == ":" })
    guard parts.count == 8, parts[7] == "GMT", let month = months.firstIndex(of: parts[2]),
      let day = Int(parts[1]), let year = Int(parts[3]), let hour = Int(parts[4]),
      let minute = Int(parts[5]), let second = Int(parts[6])
    else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(
      year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    guard let date = calendar.date(from: components) else { return nil }
    self = date
  }
}

private let months: [Substring] = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
