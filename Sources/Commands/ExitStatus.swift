/// How a program ended.
public enum ExitStatus: Sendable, Hashable {
  /// By itself, with this code; 0 is success.
  case exited(Int32)
  /// By this signal.
  case signalled(Int32)

  /// Whether the program ended by itself and says that all went well.
  public var isSuccess: Bool { self == .exited(0) }
}

extension ExitStatus: CustomStringConvertible {
  /// The end of a sentence that starts with the command.
  public var description: String {
    switch self {
    case .exited(let code): "exited with status \(code)"
    case .signalled(let signal): "was ended by signal \(signal)"
    }
  }
}
