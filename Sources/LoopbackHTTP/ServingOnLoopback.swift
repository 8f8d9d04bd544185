public import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// Serves on 127.0.0.1 while `body` runs, which gets the port. Requests that are under way when `body` ends
/// are cancelled.
///
/// For what stands in for somebody else's service; it logs nothing.
///
/// - Parameter port: 0 for any that is free.
/// - Throws: what `body` throws, or an `IOError` where the port is taken.
@discardableResult
public func withLoopbackServer<Responder: HTTPResponder, Value: Sendable>(
  answering responder: Responder, port: Int = 0,
  _ body: @Sendable (Int) async throws -> Value
) async throws -> Value
where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
  let (ports, listening) = AsyncThrowingStream.makeStream(of: Int.self)
  var logger = Logger(label: "loopback-server")
  logger.logLevel = .critical
  let stoppable = StoppableResponder(wrapped: responder)
  let application = Application(
    responder: stoppable,
    configuration: ApplicationConfiguration(
      address: .hostname("127.0.0.1", port: port), serverName: nil),
    onServerRunning: { channel in
      if let port = channel.localAddress?.port { listening.yield(port) }
    },
    logger: logger)
  let group = ServiceGroup(services: [application], logger: logger)
  // No child of this task, which may be cancelled: a server must not be.
  let server = Task {
    do {
      try await group.run()
      listening.finish()
    } catch {
      listening.finish(throwing: error)
    }
  }
  let result: Result<Value, any Error>
  do {
    result = .success(try await run(body, onFirst: ports))
  } catch {
    result = .failure(error)
  }
  stoppable.requests.stop()
  await group.triggerGracefulShutdown()
  await server.value
  return try result.get()
}

private func run<Value: Sendable>(
  _ body: @Sendable (Int) async throws -> Value, onFirst ports: AsyncThrowingStream<Int, any Error>
) async throws -> Value {
  for try await port in ports { return try await body(port) }
  throw CancellationError()
}
