public import Foundation

/// How moments are written wherever they are text: RFC 3339 in UTC to the millisecond,
/// `2026-11-26T12:00:00.000Z`, so that the order of texts is the order of moments.
///
/// The calendar is an own one: Foundation's formatter takes ten times as long, the C library locks its
/// time zone for each moment, and a list of fifty alerts holds two hundred.
public enum Timestamp {
  /// Writes a moment; years 0 to 9999.
  public static func text(of moment: Date) -> String {
    let milliseconds = Int((moment.timeIntervalSince1970 * 1000).rounded())
    let fraction = milliseconds.quotientAndRemainder(dividingBy: 1000)
    let seconds = fraction.remainder < 0 ? fraction.quotient - 1 : fraction.quotient
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let ofDay = seconds - days * 86_400
    let date = CalendarDate(daysSince1970: days)
    return String(unsafeUninitializedCapacity: form.count) { bytes in
      _ = bytes.initialize(fromContentsOf: form)
      write(date.year, digits: 4, at: 0, of: bytes)
      write(date.month, digits: 2, at: 5, of: bytes)
      write(date.day, digits: 2, at: 8, of: bytes)
      write(ofDay / 3600, digits: 2, at: 11, of: bytes)
      write(ofDay / 60 % 60, digits: 2, at: 14, of: bytes)
      write(ofDay % 60, digits: 2, at: 17, of: bytes)
      write((fraction.remainder + 1000) % 1000, digits: 3, at: 20, of: bytes)
      return form.count
    }
  }

  /// What a moment is written over.
  private static let form = Array("0000-00-00T00:00:00.000Z".utf8)

  /// Reads what ``text(of:)`` writes, and what PostgreSQL does in UTC:
  /// `2026-11-26 12:00:00.123456+00`. Nil for everything else; what is finer than a millisecond is
  /// cut off.
  public static func moment(of text: String) -> Date? {
    var text = text
    return text.withUTF8 { moment(of: $0[...]) }
  }

  private static func moment(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Date? {
    guard bytes.count >= 19, let year = number(bytes[0..<4]),
      let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
      let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]),
      let second = number(bytes[17..<19]), hour < 24, minute < 60, second < 61,
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    var rest = bytes[19...]
    var milliseconds = 0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { isDigit($0) }
      guard !digits.isEmpty else { return nil }
      for place in 0..<3 {
        let digit = place < digits.count ? digits[digits.startIndex + place] - 48 : 0
        milliseconds = milliseconds * 10 + Int(digit)
      }
      rest = rest[digits.endIndex...]
    }
    guard zones.contains(where: { rest.elementsEqual($0) }) else { return nil }
    let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    guard seconds < endOfYear9999 else { return nil }
    return Date(timeIntervalSince1970: Double(seconds * 1000 + milliseconds) / 1000)
  }

  /// Where a leap second after the last that can be written would be; in seconds since 1970.
  private static let endOfYear9999 = 253_402_300_800

  /// How UTC is written.
  private static let zones = ["Z", "+00", "+00:00"].map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func number(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for byte in bytes {
      guard isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func write(
    _ value: Int, digits: Int, at place: Int, of bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    var rest = value
    for offset in stride(from: digits - 1, through: 0, by: -1) {
      bytes[place + offset] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
    }
  }
}
