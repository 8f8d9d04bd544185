import AWSClient
import Logging
import TestSupport
import Testing

/// One emulator for all tests of a suite.
struct EmulatorTrait: SuiteTrait, TestScoping {
  @TaskLocal static var emulator: AWSEmulator?

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await withoutActuallyEscaping(function) { function in
      try await AWSEmulator.withRunning { emulator in
        try await Self.$emulator.withValue(emulator) { try await function() }
      }
    }
  }
}

extension Trait where Self == EmulatorTrait {
  /// Runs the suite's tests with an emulator of its own.
  static var awsEmulator: EmulatorTrait { EmulatorTrait() }
}

/// Runs `body` with a client of the suite's emulator.
func withLiveClient(
  environment: [String: String] = [:], _ body: (AWSClient) async throws -> Void
) async throws {
  let emulator = try #require(EmulatorTrait.emulator)
  let transport = AsyncHTTPTransport()
  do {
    let configuration = try AWSConfiguration(
      environment: emulator.environment.merging(environment) { $1 })
    try await body(
      AWSClient(
        configuration, transport: transport,
        // A machine that runs all tests at once takes its time.
        limits: CallLimits(attempt: .seconds(60), call: .seconds(120)),
        logger: Logger(label: "test")))
  } catch {
    try await transport.shutdown()
    throw error
  }
  try await transport.shutdown()
}
