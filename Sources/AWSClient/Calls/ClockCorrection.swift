import Foundation
import Synchronization

/// How far this machine's clock is behind AWS's, as an answer has shown.
final class ClockCorrection: Sendable {
  private let offset = Mutex<TimeInterval>(0)

  /// What AWS is taken to think that the time is.
  func time(at date: Date) -> Date {
    date.addingTimeInterval(offset.withLock { $0 })
  }

  /// Learns from an answer that refused a signature made at `signed`.
  ///
  /// - Returns: whether the clocks differ so much that this explains it. AWS accepts 5 minutes, so
  ///   that 4 leave room for the way there and back.
  func learn(from answer: TransportResponse, signed: Date, now: Date) -> Bool {
    guard let header = answer.header("date"), let theirs = Date(httpDate: header),
      abs(theirs.timeIntervalSince(signed)) > 240
    else { return false }
    offset.withLock { $0 = theirs.timeIntervalSince(now) }
    return true
  }
}
