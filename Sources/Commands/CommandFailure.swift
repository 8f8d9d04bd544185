/// Why a command did not run to its own end.
///
/// A status other than 0 is no failure here: what it means is for the caller to know.
public enum CommandFailure: Error, Sendable, Hashable {
  /// There is no such program; `advice` is the command's own.
  case executableMissing(String, advice: String)
  /// The program is there, but could not be started: its folder or its permissions are wrong.
  case notStarted(Command, reason: String)
  /// It was told to stop before it had ended, and has ended since.
  ///
  /// `result` holds what was captured up to its end; a streamed command captures nothing.
  case stopped(Command, StopReason, result: CommandResult)
}

extension CommandFailure: CustomStringConvertible {
  /// What happened, and what to do about it.
  public var description: String {
    switch self {
    case .executableMissing(let executable, let advice):
      "\(executable) was not found; \(advice)"
    case .notStarted(let command, let reason):
      "\(command) was not started: \(reason)"
    case .stopped(let command, let reason, let result):
      "\(command) was stopped \(reason), and \(result.status)"
    }
  }
}
