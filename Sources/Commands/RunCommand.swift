import Synchronization

extension Command {
  /// Runs the command to its end and captures what it writes.
  ///
  /// The command gets a process group of its own. To stop it, its group gets SIGINT, after a while
  /// SIGTERM, and at last SIGKILL; this returns only when it has ended. Whatever it has started and
  /// left in its group is killed when it ends.
  ///
  /// - Parameters:
  ///   - timeLimit: how long it may take before it is stopped.
  ///   - outputLimit: how many bytes it may write to either output before it is stopped.
  ///   - patience: how long it may take to stop.
  ///   - interrupts: signals to this process, to be passed on.
  /// - Throws: ``CommandFailure`` where it can't be started or had to be stopped, also because this
  ///   task was cancelled. Any exit status is a result.
  public func run(
    timeLimit: Duration, outputLimit: Int = 64 << 20, patience: Patience = .short,
    interrupts: Interrupts? = nil
  ) async throws(CommandFailure) -> CommandResult {
    let captured = Mutex(CommandResult(status: .exited(0)))
    let child = Child(
      command: self, timeLimit: timeLimit, patience: patience, interrupts: interrupts)
    let ending = try await child.run { source, bytes in
      captured.withLock { captured in
        let room = outputLimit - captured[keyPath: source.captured].count
        captured[keyPath: source.captured].append(contentsOf: bytes.prefix(room))
        return bytes.count <= room ? nil : .outputLimit(bytes: outputLimit)
      }
    }
    var result = captured.withLock { $0 }
    result.status = ending.status
    if let reason = ending.stop { throw .stopped(self, reason, result: result) }
    return result
  }
}

extension OutputSource {
  /// Where what comes from this source is kept.
  fileprivate var captured: WritableKeyPath<CommandResult, [UInt8]> {
    switch self {
    case .output: \.output
    case .error: \.error
    }
  }
}
