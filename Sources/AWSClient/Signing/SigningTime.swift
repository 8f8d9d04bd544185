import Foundation

/// When a request is signed: AWS refuses it 5 minutes later, for some services 15.
struct SigningTime: Sendable, Hashable {
  /// `20260102T030405Z`.
  let stamp: String
  /// `20260102`.
  var day: String { String(stamp.prefix(8)) }

  /// The second that `date` lies in, in UTC.
  init(_ date: Date) {
    var seconds = time_t(date.timeIntervalSince1970.rounded(.down))
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var stamp: [UInt8] = []
    for part in [parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday] {
      stamp.append(twoDigitsOf: part)
    }
    stamp.append(UInt8(ascii: "T"))
    for part in [parts.tm_hour, parts.tm_min, parts.tm_sec] { stamp.append(twoDigitsOf: part) }
    stamp.append(UInt8(ascii: "Z"))
    self.stamp = String(decoding: stamp, as: UTF8.self)
  }
}

extension [UInt8] {
  /// At least two digits.
  fileprivate mutating func append(twoDigitsOf number: Int32) {
    if number < 10 { append(UInt8(ascii: "0")) }
    append(contentsOf: String(number).utf8)
  }
}
