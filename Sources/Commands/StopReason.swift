import Foundation

/// Why a running command was told to stop.
public enum StopReason: Sendable, Hashable {
  /// It took longer than it was given.
  case timeLimit(Duration)
  /// The task that waits for it was cancelled.
  case cancellation
  /// This process got the signal, and passed it on.
  case signal(Int32)
  /// It wrote more than this many bytes to one of its outputs.
  case outputLimit(bytes: Int)
  /// Its output could not be read any more.
  case unreadableOutput(String)

  /// What the command's process group gets first: SIGINT, or the signal that is passed on.
  var firstSignal: Int32 {
    switch self {
    case .signal(let signal): signal
    case .timeLimit, .cancellation, .outputLimit, .unreadableOutput: SIGINT
    }
  }
}

extension StopReason: CustomStringConvertible {
  /// Reads on from "was stopped".
  public var description: String {
    switch self {
    case .timeLimit(let limit): "after \(limit), its time limit"
    case .cancellation: "because its result was no longer wanted"
    case .signal(let signal): "by signal \(signal)"
    case .outputLimit(let bytes): "because it wrote more than \(bytes) bytes"
    case .unreadableOutput(let reason): "because its output could not be read: \(reason)"
    }
  }
}

/// How long a command that was told to stop may take.
public struct Patience: Sendable, Hashable {
  /// From the first signal, usually SIGINT, to SIGTERM.
  public let interrupt: Duration
  /// From SIGTERM to SIGKILL.
  public let terminate: Duration

  /// Names both times.
  public init(interrupt: Duration, terminate: Duration) {
    self.interrupt = interrupt
    self.terminate = terminate
  }

  /// For commands that hold nothing worth saving: 10 seconds, then 5.
  public static let short = Patience(interrupt: .seconds(10), terminate: .seconds(5))
  /// For commands that save a state when they are interrupted, such as `terraform apply`, which
  /// first waits for the AWS calls in flight: 10 minutes, then 1.
  public static let untilStateIsSaved = Patience(interrupt: .seconds(600), terminate: .seconds(60))
}
