import Foundation

/// When a request is signed: AWS refuses it 5 minutes later, for some services 15.
struct SigningTime: Sendable, Hashable {
  /// `20260102T030405Z`.
  let stamp: String
  /// `20260102`.
  var day: String { String(stamp.prefix(8)) }

  /// The second that `date` lies in, in UTC.
  init(_ date: Date) {
    stamp = date.formatted(
      Date.ISO8601FormatStyle(
        dateSeparator: .omitted, dateTimeSeparator: .standard, timeSeparator: .omitted,
        timeZoneSeparator: .omitted, includingFractionalSeconds: false, timeZone: .gmt))
  }
}
