import Foundation
import Testing
import Timestamps

@Suite struct TimestampTests {
  @Test(arguments: [
    (0.0, "1970-01-01T00:00:00.000Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
    (1_764_158_400.123, "2025-11-26T12:00:00.123Z"), (951_782_399.9996, "2000-02-29T00:00:00.000Z"),
    (253_402_300_799.999, "9999-12-31T23:59:59.999Z"),
  ])
  func `writes a moment to the millisecond`(seconds: Double, text: String) {
    #expect(Timestamp.text(of: Date(timeIntervalSince1970: seconds)) == text)
  }

  @Test func `every day of five centuries is read and written as the C library does`() {
    for day in stride(from: -130_000, through: 60_000, by: 1) {
      var seconds = time_t(day * 86_400 + 3_723)
      var date = tm()
      gmtime_r(&seconds, &date)
      let moment = Date(timeIntervalSince1970: Double(seconds))
      let text = Timestamp.text(of: moment)
      guard Timestamp.moment(of: text) == moment, Int(text.prefix(4)) == Int(date.tm_year) + 1900,
        Int(text.dropFirst(5).prefix(2)) == Int(date.tm_mon) + 1,
        Int(text.dropFirst(8).prefix(2)) == Int(date.tm_mday), text.hasSuffix("T01:02:03.000Z")
      else {
        Issue.record("\(text) is day \(day)")
        return
      }
    }
  }

  @Test func `reads what it wrote, and what PostgreSQL writes`() {
    let moment = Date(timeIntervalSince1970: 1_764_158_400.123)
    for text in [
      "2025-11-26T12:00:00.123Z", "2025-11-26 12:00:00.123+00", "2025-11-26 12:00:00.123456+00",
    ] {
      #expect(Timestamp.moment(of: text) == moment)
    }
    #expect(
      Timestamp.moment(of: "2025-11-26 12:00:00+00") == Date(timeIntervalSince1970: 1_764_158_400))
  }

  @Test(arguments: [
    "", "2025-11-26", "2025-11-26T12:00:00", "2025-13-26T12:00:00Z", "2025-02-30T12:00:00Z",
    "2025-11-26T24:00:00Z", "2025-11-26T12:00:00.Z", "2025-11-26T12:00:00+01",
    "2025/11/26T12:00:00Z",
    "x025-11-26T12:00:00Z", "9999-12-31T23:59:60Z",
  ])
  func `reads nothing else`(text: String) { #expect(Timestamp.moment(of: text) == nil) }
}
