import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// One run of a command, from its start until it and its process group are gone.
struct Child: Sendable {
  let command: Command
  let timeLimit: Duration?
  let patience: Patience
  let interrupts: Interrupts?

  /// How a run ended, and why it was told to stop, if it was.
  struct Ending: Sendable {
    let status: ExitStatus
    let stop: StopReason?
  }

  /// Takes bytes as they arrive; a reason returned stops the child.
  typealias Receiver = @Sendable (OutputSource, UnsafeRawBufferPointer) -> StopReason?

  /// Starts the child and waits for its end, also while this task is cancelled.
  ///
  /// The run lives in a task of its own: swift-subprocess kills a child, and stops reading from it,
  /// as soon as the task that it runs in is cancelled.
  func run(_ receive: @escaping Receiver) async throws(CommandFailure) -> Ending {
    guard !Task.isCancelled else {
      throw .notStarted(command, reason: "the task that wants its result was cancelled before")
    }
    let (requests, ask) = AsyncStream<StopReason>.makeStream()
    let attended = Task { await start(requests: requests, ask: ask, receive) }
    let listener = interrupts?.startListening { ask.yield(.signal($0)) }
    defer { listener.map { interrupts?.stopListening($0) } }
    return try await withTaskCancellationHandler {
      await attended.value
    } onCancel: {
      ask.yield(.cancellation)
    }.get()
  }

  private func start(
    requests: AsyncStream<StopReason>, ask: AsyncStream<StopReason>.Continuation,
    _ receive: @escaping Receiver
  ) async -> Result<Ending, CommandFailure> {
    do {
      let result = try await Subprocess.run(
        executable(), arguments: Arguments(command.arguments),
        environment: environment(), workingDirectory: command.workingDirectory.map { FilePath($0) },
        platformOptions: ownProcessGroup(),
        input: .fileDescriptor(
          openInputFile(holding: command.input), closeAfterSpawningProcess: true),
        output: .sequence, error: .sequence
      ) { child in
        await attend(child, requests: requests, ask: ask, receive)
      }
      return .success(
        Ending(status: ExitStatus(result.terminationStatus), stop: result.closureResult))
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.executableMissing(command.executable, advice: command.advice))
    } catch {
      return .failure(.notStarted(command, reason: "\(error)"))
    }
  }

  /// Stays with the child until it has ended, and says why it was told to stop, if it was.
  ///
  /// Until this returns nobody reaps the child, so that its number, and its group's, stay its own.
  private func attend<Input: InputProtocol>(
    _ child: Execution<Input, SequenceOutput, SequenceOutput>, requests: AsyncStream<StopReason>,
    ask: AsyncStream<StopReason>.Continuation, _ receive: @escaping Receiver
  ) async -> StopReason? {
    let output = child.standardOutput
    let error = child.standardError
    async let outputIsRead: Void = read(output, .output, ask: ask, receive)
    async let errorIsRead: Void = read(error, .error, ask: ask, receive)
    async let stop = stopOnRequest(child, requests)
    let timer = Task { [timeLimit] in
      guard let timeLimit, (try? await Task.sleep(for: timeLimit)) != nil else { return }
      ask.yield(.timeLimit(timeLimit))
    }
    await waitForExit(of: child.processIdentifier.value)
    timer.cancel()
    ask.finish()
    let reason = await stop
    // What the child has left behind goes with it. No such group: it has left nothing.
    _ = kill(-child.processIdentifier.value, SIGKILL)
    await outputIsRead
    await errorIsRead
    return reason
  }

  private func read(
    _ sequence: SubprocessOutputSequence, _ source: OutputSource,
    ask: AsyncStream<StopReason>.Continuation, _ receive: Receiver
  ) async {
    do {
      for try await buffer in sequence {
        if let reason = buffer.withUnsafeBytes({ receive(source, $0) }) { ask.yield(reason) }
      }
    } catch {
      ask.yield(.unreadableOutput("\(error)"))
    }
  }
}
