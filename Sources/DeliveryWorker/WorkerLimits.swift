public import Foundation

/// How long the worker waits, and how much it does at once.
public struct WorkerLimits: Sendable {
  /// How long a delivery and a batch are claimed. A worker that was killed is missed after so long, and a
  /// delivery that it may have sent is settled then.
  public var lease: TimeInterval
  /// How long one request to Twilio may take. What Twilio has not got by then, and ``lease`` is over, it
  /// will not get: so it is well below half of that.
  public var sendLimit: TimeInterval
  /// How many messages a worker works on at once; each is a batch of deliveries, and these go out
  /// together.
  public var lanes: Int
  /// How often a worker that has nothing to do looks at the database by itself.
  public var interval: TimeInterval
  /// How often workers begin with a message or a batch, and don't come to an end, before it is put aside.
  public var attempts: Int

  /// Limits; the defaults are those of a cell.
  public init(
    lease: TimeInterval = 30, sendLimit: TimeInterval = 10, lanes: Int = 4,
    interval: TimeInterval = 5, attempts: Int = 10
  ) {
    precondition(sendLimit * 2 < lease, "a request must have ended well before its claim does")
    self.lease = lease
    self.sendLimit = sendLimit
    self.lanes = lanes
    self.interval = interval
    self.attempts = attempts
  }

  /// How long to wait after something failed so many times in a row: a second, then twice as long each
  /// time, at most a minute.
  static func backOff(after failures: Int) -> TimeInterval {
    min(60, pow(2, Double(max(0, failures - 1))))
  }
}
