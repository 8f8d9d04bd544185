public import Alerts
public import Foundation

/// A message or call that a simulated Twilio has taken.
public struct Accepted: Sendable, Hashable {
  /// Its name: `SM` or `CA` and 32 digits.
  public let sid: String
  /// Whether it is a text or a call.
  public let channel: Channel
  /// To whom it goes.
  public let to: PhoneNumber
  /// What is written or read out.
  public let text: String
  /// When it was taken.
  public let at: Date
}

/// Numbers and texts are not shown.
extension Accepted: CustomStringConvertible, CustomReflectable {
  /// The name.
  public var description: String { sid }
  /// The name alone.
  public var customMirror: Mirror { Mirror(self, children: ["sid": sid]) }
}

/// The same text that went to the same number over the same channel more than once.
public struct Repetition: Sendable, Hashable {
  /// Whether it is a text or a call.
  public let channel: Channel
  /// To whom it went.
  public let to: PhoneNumber
  /// What was written or read out.
  public let text: String
  /// The names of all of them, the first one first.
  public let sids: [String]
}

/// What became of callbacks.
public struct CallbackCounts: Sendable, Hashable {
  /// Those that were answered with 2xx.
  public internal(set) var answered = 0
  /// Those that never got such an answer, in however many attempts.
  public internal(set) var failed = 0
  /// Those that were left out on purpose.
  public internal(set) var dropped = 0
}
