import Synchronization

/// Which of a command's two outputs something was written to.
public enum OutputSource: Sendable, Hashable {
  /// Standard output.
  case output
  /// Standard error.
  case error
}

/// A line that a command wrote.
public struct OutputLine: Sendable, Hashable {
  /// Where it was written to.
  public let source: OutputSource
  /// The line without its line feed; what is not UTF-8 reads as U+FFFD.
  public let text: String

  /// States a line.
  public init(_ source: OutputSource, _ text: String) {
    self.source = source
    self.text = text
  }
}

extension Command {
  /// Runs the command to its end and hands each line on as soon as it is written.
  ///
  /// The command gets a process group of its own, so that a terminal's Ctrl-C reaches only this
  /// process, which passes it on once. Whether by `interrupts` or by cancellation of this task: the
  /// command is asked to stop as ``run(timeLimit:outputLimit:patience:interrupts:)`` does, and its
  /// lines are read until it has ended. Terraform would otherwise be killed by a broken pipe before
  /// it saves its state.
  ///
  /// - Parameters:
  ///   - timeLimit: how long it may take before it is stopped; nil for as long as it wants.
  ///   - patience: how long it may take to stop.
  ///   - interrupts: signals to this process, to be passed on.
  ///   - onLine: gets the lines one at a time, in order for each source but not between the two. The
  ///     command waits while it works. A line is as long as the command makes it.
  /// - Returns: how the command ended.
  /// - Throws: ``CommandFailure`` where it can't be started or had to be stopped; the status is in it.
  public func stream(
    timeLimit: Duration? = nil, patience: Patience = .untilStateIsSaved,
    interrupts: Interrupts? = nil, onLine: @escaping @Sendable (OutputLine) -> Void
  ) async throws(CommandFailure) -> ExitStatus {
    let splitters = Mutex<[OutputSource: LineSplitter]>([:])
    let child = Child(
      command: self, timeLimit: timeLimit, patience: patience, interrupts: interrupts)
    let ending = try await child.run { source, bytes in
      splitters.withLock { splitters in
        splitters[source, default: LineSplitter()]
          .split(bytes) { onLine(OutputLine(source, $0)) }
      }
      return nil
    }
    splitters.withLock { splitters in
      for source in [OutputSource.output, .error] {
        splitters[source]?.finish { onLine(OutputLine(source, $0)) }
      }
    }
    if let reason = ending.stop {
      throw .stopped(self, reason, result: CommandResult(status: ending.status))
    }
    return ending.status
  }
}
