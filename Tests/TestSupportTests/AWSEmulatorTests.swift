import Foundation
import Testing

@testable import TestSupport

@Suite struct AWSEmulatorTests {
  private struct Mistake: Error, Equatable {}

  /// Whether somebody listens on the port of `endpoint`.
  private func answers(_ endpoint: String) -> Bool {
    endpoint.split(separator: ":").last.flatMap { UInt16($0) }.map(canConnect(to:)) ?? false
  }

  @Test func `an emulator runs while the body does, and what the body returns is returned`()
    async throws
  {
    let endpoint = try await AWSEmulator.withRunning { emulator in
      #expect(answers(emulator.endpoint))
      #expect(emulator.output.contains("Running on \(emulator.endpoint)"))
      #expect(emulator.environment["AWS_ENDPOINT_URL"] == emulator.endpoint)
      return emulator.endpoint
    }
    #expect(!answers(endpoint))
  }

  @Test func `an emulator stops when the body fails, and the body's error is thrown`() async throws
  {
    let endpoints = AsyncStream<String>.makeStream()
    await #expect(throws: Mistake()) {
      try await AWSEmulator.withRunning { emulator in
        endpoints.continuation.yield(emulator.endpoint)
        endpoints.continuation.finish()
        throw Mistake()
      }
    }
    endpoints.continuation.finish()
    for await endpoint in endpoints.stream { #expect(!answers(endpoint)) }
  }

  @Test func `an emulator that ends by itself is told`() async {
    await #expect {
      try await AWSEmulator.withRunning("/bin/false") { _ in }
    } throws: { error in
      "\(error)" == "the AWS emulator exited with status 1 by itself"
    }
  }
}
