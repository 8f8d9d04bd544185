import Subprocess

extension Child {
  /// Passes requests to stop on to the child's process group, and insists when it takes its time.
  ///
  /// Only the first request decides why the child was stopped, and starts the clock; signals that
  /// come later are passed on all the same. Ends with `requests`.
  func stopOnRequest<Input: InputProtocol>(
    _ child: Execution<Input, SequenceOutput, SequenceOutput>, _ requests: AsyncStream<StopReason>
  ) async -> StopReason? {
    var reason: StopReason?
    var insistence: Task<Void, Never>?
    for await request in requests {
      if reason == nil {
        reason = request
        signal(request.firstSignal, groupOf: child)
        insistence = Task { await insist(child) }
      } else if case .signal(let number) = request {
        signal(number, groupOf: child)
      }
    }
    insistence?.cancel()
    await insistence?.value
    return reason
  }

  /// SIGTERM and SIGKILL, each after its time, unless the child ends before.
  private func insist<Input: InputProtocol>(
    _ child: Execution<Input, SequenceOutput, SequenceOutput>
  ) async {
    do {
      try await Task.sleep(for: patience.interrupt)
      signal(Signal.terminate.rawValue, groupOf: child)
      try await Task.sleep(for: patience.terminate)
      signal(Signal.kill.rawValue, groupOf: child)
    } catch {
      // Cancelled: the child has ended.
    }
  }

  /// Sends a signal; a child that has just ended has nobody left to get it.
  private func signal<Input: InputProtocol>(
    _ number: Int32, groupOf child: Execution<Input, SequenceOutput, SequenceOutput>
  ) {
    try? child.send(signal: Signal(rawValue: number), toProcessGroup: true)
  }
}
