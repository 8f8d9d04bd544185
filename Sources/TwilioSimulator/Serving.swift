import Alerts
import AsyncHTTPClient
import Hummingbird
import Logging
import NIOCore
import Synchronization

extension TwilioSimulator {
  /// Serves on 127.0.0.1 while `body` runs, which gets the address: `http://127.0.0.1:4010`. Then
  /// everything under way is cancelled.
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
    let (ports, portsEnd) = AsyncThrowingStream.makeStream(of: Int.self)
    // It has nothing to tell; what a request is named by is kept in it.
    var logger = Logger(label: "twilio-simulator")
    logger.logLevel = .critical
    let application = Application(
      router: router(),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: port), serverName: nil),
      onServerRunning: { channel in
        if let port = channel.localAddress?.port { portsEnd.yield(port) }
      },
      logger: logger)
    let result: Result<Value, any Error>
    do {
      result = .success(
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask {
            do {
              try await application.run()
              portsEnd.finish(throwing: CancellationError())
            } catch {
              portsEnd.finish(throwing: error)
            }
          }
          group.addTask { await self.follow(courses, with: sender) }
          defer { group.cancelAll() }
          for try await port in ports { return try await body("http://127.0.0.1:\(port)") }
          throw CancellationError()
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
