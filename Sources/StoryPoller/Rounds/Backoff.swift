import Foundation
import Synchronization

/// How soon something is tried again: after a pause that may double each time ("full jitter"), so that
/// those who failed together don't come back together.
///
/// Source: AWS Architecture Blog, "Exponential Backoff And Jitter", 2026-11.
struct Backoff: Sendable {
  /// With the first one.
  var attempts = 4
  /// What the first pause is at most.
  var first = Duration.milliseconds(500)
  /// What any pause is at most; who asks for a longer one is asked again in the next round.
  var longest = Duration.seconds(20)

  /// The pause after attempt number `attempt`, counted from 1; nil where it was the last one.
  ///
  /// - Parameters:
  ///   - jitter: from 0 up to 1.
  ///   - wish: what the other side asked for, which is the least.
  func pause(after attempt: Int, jitter: Double, wish: Duration?) -> Duration? {
    guard attempt < attempts else { return nil }
    let limit = min(first * (1 << min(attempt - 1, 20)), longest)
    let pause = limit * jitter
    guard let wish else { return pause }
    return wish <= longest ? max(wish, pause) : nil
  }
}

/// How often one round may try again, all its requests to one place together: where everything fails,
/// thirty stories are not thirty times four attempts.
final class RetryAllowance: Sendable {
  private let left: Mutex<Int>

  init(_ count: Int) { left = Mutex(count) }

  /// Takes one; false where none is left.
  func take() -> Bool {
    left.withLock { left in
      guard left > 0 else { return false }
      left -= 1
      return true
    }
  }
}

extension WebResponse {
  /// What `Retry-After` says, in seconds or as a date; nil where it says nothing that can be read.
  ///
  /// Source: RFC 9110, sections 10.2.3 and 5.6.7.
  func retryAfter(at now: Date) -> Duration? {
    guard let text = header("Retry-After") else { return nil }
    if let seconds = Int(text) { return seconds >= 0 ? .seconds(min(seconds, 86_400)) : nil }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
    guard let moment = formatter.date(from: text) else { return nil }
    return .seconds(min(max(moment.timeIntervalSince(now), 0), 86_400))
  }
}
