import Commands
import Foundation
import Synchronization
import Testing

/// Each command says `ready` when its traps are set, and is told to stop only then.
@Suite(.timeLimit(.minutes(2))) struct StopTests {
  @Test func `a cancelled command saves its state, and all that it says is heard`() async throws {
    try await withTemporaryFolder { folder in
      let state = folder.appending(path: "state").path
      let command = script(
        """
        trap 'stopping=1; echo interrupted' INT
        echo ready
        until [ "$stopping" ]; do sleep 0.01; done
        seq 20000
        echo saved > "$1"
        echo end; exit 7
        """, state)
      let (failure, lines) = await cancelWhenReady(command, patience: .untilStateIsSaved)
      #expect(failure == .stopped(command, .cancellation, result: .init(status: .exited(7))))
      #expect(lines == ["ready", "interrupted"] + (1...20000).map(String.init) + ["end"])
      let saved = try String(contentsOfFile: state, encoding: .utf8)
      #expect(saved == "saved\n")
    }
  }

  @Test func `a command that ignores SIGINT gets SIGTERM`() async {
    let command = script(
      """
      trap '' INT; trap 'echo terminated; exit 8' TERM
      echo ready
      while :; do sleep 0.01; done
      """)
    let (failure, lines) = await cancelWhenReady(
      command, patience: Patience(interrupt: .milliseconds(20), terminate: .seconds(100)))
    #expect(failure == .stopped(command, .cancellation, result: .init(status: .exited(8))))
    #expect(lines == ["ready", "terminated"])
  }

  @Test func `a command that ignores SIGINT and SIGTERM is killed`() async {
    let command = script("trap '' INT TERM; echo ready; while :; do sleep 0.01; done")
    let (failure, lines) = await cancelWhenReady(
      command, patience: Patience(interrupt: .milliseconds(20), terminate: .milliseconds(20)))
    #expect(failure == .stopped(command, .cancellation, result: .init(status: .signalled(SIGKILL))))
    #expect(lines == ["ready"])
  }

  @Test func `a stopped command takes its own children with it`() async throws {
    try await withTemporaryFolder { folder in
      let fifo = try Fifo(at: folder.appending(path: "held").path)
      let command = script(
        """
        (trap '' INT TERM; exec 3>"$1"; echo held >&3; echo ready; sleep 600) &
        wait
        """, fifo.path)
      let (failure, _) = await cancelWhenReady(command, patience: .untilStateIsSaved)
      #expect(
        failure == .stopped(command, .cancellation, result: .init(status: .signalled(SIGINT))))
      let held = try fifo.textUntilNobodyWrites()
      #expect(held == "held\n")
    }
  }

  @Test func `a command that ends by itself leaves no children either`() async throws {
    try await withTemporaryFolder { folder in
      let fifo = try Fifo(at: folder.appending(path: "held").path)
      let command = script("exec 3>\"$1\"; echo held >&3; sleep 600 & echo end; exit 2", fifo.path)
      let result = try await command.run(timeLimit: .seconds(100))
      #expect(result == CommandResult(status: .exited(2), output: Array("end\n".utf8)))
      let held = try fifo.textUntilNobodyWrites()
      #expect(held == "held\n")
    }
  }

  @Test func `each interrupt is passed on`() async throws {
    let interrupts = Interrupts()
    let command = script(
      """
      count=0; trap 'count=$((count + 1)); echo "interrupt $count"' INT
      echo ready
      while [ $count -lt 2 ]; do sleep 0.01; done
      exit 5
      """)
    let lines = Mutex<[String]>([])
    await #expect(
      throws: CommandFailure.stopped(
        command, .signal(SIGINT), result: CommandResult(status: .exited(5)))
    ) {
      try await command.stream(interrupts: interrupts) { line in
        lines.withLock { $0.append(line.text) }
        if ["ready", "interrupt 1"].contains(line.text) { interrupts.send(SIGINT) }
      }
    }
    #expect(lines.withLock { $0 } == ["ready", "interrupt 1", "interrupt 2"])
  }

  @Test func `a signal to this process reaches the command`() async throws {
    let interrupts = Interrupts(catching: [SIGUSR1])
    let command = script(
      """
      trap 'exit 6' USR1
      echo ready
      while :; do sleep 0.01; done
      """)
    await #expect(
      throws: CommandFailure.stopped(
        command, .signal(SIGUSR1), result: CommandResult(status: .exited(6)))
    ) {
      try await command.stream(interrupts: interrupts) { line in
        if line.text == "ready" { kill(getpid(), SIGUSR1) }
      }
    }
  }

  /// Runs a command, cancels the run when the command says `ready`, and tells what came of it.
  private func cancelWhenReady(
    _ command: Command, patience: Patience
  ) async -> (failure: CommandFailure?, lines: [String]) {
    let (ready, sayReady) = AsyncStream<Void>.makeStream()
    let lines = Mutex<[String]>([])
    let run = Task { () -> CommandFailure? in
      defer { sayReady.finish() }
      do throws(CommandFailure) {
        _ = try await command.stream(patience: patience) { line in
          // Not standard error: there the shell remarks on the signals that its children get.
          guard line.source == .output else { return }
          lines.withLock { $0.append(line.text) }
          if line.text == "ready" { sayReady.yield() }
        }
        return nil
      } catch {
        return error
      }
    }
    for await _ in ready { run.cancel() }
    return (await run.value, lines.withLock { $0 })
  }
}
