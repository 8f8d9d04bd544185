import Hummingbird
import Synchronization

/// Answers requests until it is stopped; those under way are cancelled then, and so is what comes later.
///
/// A server that is cancelled as a whole while it accepts a connection drops it unclosed, which NIO answers
/// with the end of the process. One whose requests end can be asked to end, and does.
struct StoppableResponder<Wrapped: HTTPResponder>: HTTPResponder {
  let wrapped: Wrapped
  let requests = RequestsUnderWay()

  func respond(to request: Request, context: Wrapped.Context) async throws -> Response {
    // It is the task's below alone.
    nonisolated(unsafe) let context = context
    return try await requests.run { [wrapped] in
      try await wrapped.respond(to: request, context: context)
    }
  }
}

/// Requests that are being answered, which can be cancelled together.
final class RequestsUnderWay: Sendable {
  private struct State {
    var isStopped = false
    var last = 0
    var cancels: [Int: @Sendable () -> Void] = [:]
  }

  private let state = Mutex(State())

  func run<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task { try await body() }
    let number = state.withLock { state in
      state.last += 1
      state.cancels[state.last] = { task.cancel() }
      if state.isStopped { task.cancel() }
      return state.last
    }
    defer { state.withLock { $0.cancels[number] = nil } }
    return try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
  }

  func stop() {
    let cancels = state.withLock { state in
      state.isStopped = true
      return Array(state.cancels.values)
    }
    for cancel in cancels { cancel() }
  }
}
