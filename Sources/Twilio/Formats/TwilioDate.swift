public import Foundation

/// Moments as Twilio writes them: RFC 2822 in UTC, to the second: `Thu, 24 Aug 2023 05:01:45 +0000`.
/// Source: Twilio, "Messages resource", `date_created`, 2026-11.
public enum TwilioDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  /// Writes a moment, its fraction of a second cut off.
  public static func text(of moment: Date) -> String {
    var seconds = time_t(moment.timeIntervalSince1970.rounded(.down))
    var date = tm()
    gmtime_r(&seconds, &date)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(days[Int(date.tm_wday)]), \(padded(date.tm_mday)) \(months[Int(date.tm_mon)]) "
      + "\(date.tm_year + 1900) \(padded(date.tm_hour)):\(padded(date.tm_min)):"
      + "\(padded(date.tm_sec)) +0000"
  }

  /// Reads a moment; nil for what isn't one.
  public static func moment(of text: String) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "+0000",
      let day = Int32(parts[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(parts[2])),
      let year = Int32(parts[3]), (1970...9999).contains(year)
    else { return nil }
    let time = parts[4].split(separator: ":").map { Int32($0) }
    guard time.count == 3, let hour = time[0], let minute = time[1], let second = time[2],
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second)
    else { return nil }
    var date = tm()
    date.tm_year = year - 1900
    date.tm_mon = Int32(month)
    date.tm_mday = day
    date.tm_hour = hour
    date.tm_min = minute
    date.tm_sec = second
    let seconds = timegm(&date)
    // 31 February would have become 3 March.
    guard date.tm_mday == day else { return nil }
    return Date(timeIntervalSince1970: Double(seconds))
  }
}
