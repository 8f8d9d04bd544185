import CellContract
import CellPrimitives
import Logging

/// Which lines are written of those that matter little.
struct LogSample: Sendable {
  private let percent: Int

  init(_ share: Percentage) { percent = share.percent }

  /// What a line can be about, the widest first: all lines about it share its fate.
  private static let subjects: [LogField] = [.alert, .delivery, .request]

  /// Whether a line is written: for all lines about one alert, delivery or request the answer is one, in
  /// every process; lines about none are drawn one by one.
  func takes(_ metadata: Logger.Metadata) -> Bool {
    if percent >= 100 { return true }
    for subject in Self.subjects {
      guard let value = metadata[subject.rawValue] else { continue }
      return Self.hash("\(value)") % 100 < UInt64(percent)
    }
    return Int.random(in: 0..<100) < percent
  }

  /// FNV-1a with 64 bits; unlike Swift's own hash it is the same in every process.
  ///
  /// Source: RFC 9923, "The FNV Non-Cryptographic Hash Algorithm", 2026-11.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
  }
}
