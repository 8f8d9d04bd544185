public import Foundation

/// How moments are written wherever they are text: RFC 3339 in UTC to the millisecond,
/// `2026-11-26T12:00:00.000Z`, so that the order of texts is the order of moments.
///
/// The calendar is the C library's; Foundation's formatter takes ten times as long, and a list of
/// fifty alerts holds two hundred moments.
public enum Timestamp {
  /// Writes a moment; years 0 to 9999.
  public static func text(of moment: Date) -> String {
    let milliseconds = Int((moment.timeIntervalSince1970 * 1000).rounded())
    let fraction = milliseconds.quotientAndRemainder(dividingBy: 1000)
    var seconds = time_t(fraction.remainder < 0 ? fraction.quotient - 1 : fraction.quotient)
    var date = tm()
    gmtime_r(&seconds, &date)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    append(Int(date.tm_year) + 1900, digits: 4, to: &bytes)
    append(Int(date.tm_mon) + 1, after: "-", to: &bytes)
    append(Int(date.tm_mday), after: "-", to: &bytes)
    append(Int(date.tm_hour), after: "T", to: &bytes)
    append(Int(date.tm_min), after: ":", to: &bytes)
    append(Int(date.tm_sec), after: ":", to: &bytes)
    append((fraction.remainder + 1000) % 1000, after: ".", digits: 3, to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads what ``text(of:)`` writes, and what PostgreSQL does in UTC:
  /// `2026-11-26 12:00:00.123456+00`. Nil for everything else; what is finer than a millisecond is
  /// cut off.
  public static func moment(of text: String) -> Date? {
    var bytes = Array(text.utf8)
    guard bytes.count >= 19, let year = number(bytes[0..<4]),
      let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19]),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61,
      String(decoding: [bytes[4], bytes[7], bytes[13], bytes[16]], as: UTF8.self) == "--::",
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
    else { return nil }
    bytes.removeFirst(19)
    var milliseconds = 0
    if bytes.first == UInt8(ascii: ".") {
      let digits = bytes.dropFirst().prefix { isDigit($0) }
      guard !digits.isEmpty else { return nil }
      milliseconds = number((digits + [48, 48, 48]).prefix(3)[...]) ?? 0
      bytes.removeFirst(1 + digits.count)
    }
    guard ["Z", "+00", "+00:00"].contains(String(decoding: bytes, as: UTF8.self)) else {
      return nil
    }
    var date = tm()
    date.tm_year = Int32(year - 1900)
    date.tm_mon = Int32(month - 1)
    date.tm_mday = Int32(day)
    date.tm_hour = Int32(hour)
    date.tm_min = Int32(minute)
    date.tm_sec = Int32(second)
    let seconds = timegm(&date)
    guard date.tm_mday == Int32(day) else { return nil }
    return Date(timeIntervalSince1970: Double(seconds * 1000 + milliseconds) / 1000)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func append(
    _ value: Int, after separator: Unicode.Scalar? = nil, digits: Int = 2, to bytes: inout [UInt8]
  ) {
    if let separator { bytes.append(UInt8(ascii: separator)) }
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
