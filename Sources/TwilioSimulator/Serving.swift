import Alerts
import AsyncHTTPClient
import Hummingbird
import LoopbackHTTP
import NIOCore
import Synchronization

extension TwilioSimulator {
  /// Serves on 127.0.0.1 while `body` runs, which gets the address: `http://127.0.0.1:4010`. Then
  /// requests under way are cancelled, and callbacks that were not sent never are.
  ///
  /// - Parameter port: 0 for any that is free.
  public func serving<Value: Sendable>(
    port: Int = 0, _ body: @escaping @Sendable (String) async throws -> Value
  ) async throws -> Value {
    let sender = WebhookSender(token: configuration.credentials.authToken)
    let (courses, coursesEnd) = AsyncStream.makeStream(of: Int.self)
    state.withLock { state in
      state.sender = sender
      state.courses = coursesEnd
    }
    let result: Result<Value, any Error>
    do {
      result = .success(
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { await self.follow(courses, with: sender) }
          defer { group.cancelAll() }
          return try await withLoopbackServer(answering: router().buildResponder(), port: port) {
            try await body("http://127.0.0.1:\($0)")
          }
        })
    } catch {
      result = .failure(error)
    }
    let waiting = state.withLock { state in
      state.sender = nil
      state.courses = nil
      // Courses that hadn't begun never will.
      state.underWay = 0
      defer { state.waitingForQuiet = [] }
      return state.waitingForQuiet
    }
    for continuation in waiting { continuation.resume() }
    try await sender.client.shutdown()
    return try result.get()
  }

  /// Lets every course take its way, side by side.
  private func follow(_ courses: AsyncStream<Int>, with sender: WebhookSender) async {
    await withDiscardingTaskGroup { group in
      for await index in courses {
        group.addTask {
          await self.tellCourse(of: index, with: sender)
          self.courseEnded()
        }
      }
    }
  }

  private func courseEnded() {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      state.underWay -= 1
      guard state.underWay == 0 else { return [] }
      defer { state.waitingForQuiet = [] }
      return state.waitingForQuiet
    }
    for continuation in waiting { continuation.resume() }
  }
}
