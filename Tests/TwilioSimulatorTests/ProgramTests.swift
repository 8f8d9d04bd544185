import Alerts
import Commands
import Foundation
import ServiceTestSupport
import TestSupport
import Testing
import Twilio
import TwilioSimulator

@Suite struct ProgramTests {
  private final class Anchor {}

  private func command(_ arguments: [String]) throws -> Command {
    Command(
      try PackageBuild(of: Anchor.self).executable("twilio-simulator"), arguments,
      environment: [:], advice: "build it")
  }

  @Test func `the program serves the account of its file, and prints what it takes`() async throws {
    try await withTemporaryFolder { folder in
      let credentials = try RunningSimulator.configuration().credentials
      let file = "\(folder)/twilio.json"
      try Data(credentials.secret.utf8).write(to: URL(filePath: file))
      let address = "http://127.0.0.1:\(try freePort())"
      let port = try #require(URL(string: address)?.port)
      let command = try command(["--port", "\(port)", "--credentials", file, "--print"])
      let interrupts = Interrupts()
      let (lines, end) = AsyncStream.makeStream(of: String.self)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          defer { end.finish() }
          do throws(CommandFailure) {
            let status = try await command.stream(
              patience: .short, interrupts: interrupts, onLine: { end.yield($0.text) })
            Issue.record("it ended by itself: \(status)")
          } catch {
            guard case .stopped(_, .signal, _) = error else { throw error }
          }
        }
        var seen: [String] = []
        for await line in lines {
          seen.append(line)
          if seen == ["serving at \(address)"] {
            let outcome = try await send(to: address, with: credentials)
            guard case .accepted = outcome else {
              Issue.record("not accepted: \(outcome)")
              break
            }
          }
          if seen.count == 2 { interrupts.send(SIGTERM) }
        }
        interrupts.send(SIGTERM)
        try await group.waitForAll()
        #expect(seen == ["serving at \(address)", "sms to +14155550123: Hello"])
      }
    }
  }

  private func send(
    to address: String, with credentials: TwilioCredentials
  ) async throws -> SendOutcome {
    let transport = AsyncTwilioTransport()
    let outcome = await TwilioClient(baseURL: address, transport: transport).send(
      OutgoingMessage(
        channel: .sms, to: try RunningSimulator.number(), text: "Hello",
        statusCallback: "http://127.0.0.1:1/"),
      with: credentials, timeLimit: .seconds(10))
    try await transport.shutdown()
    return outcome
  }

  @Test func `a port that is none is told`() async throws {
    let result = try await command(["--port", "0", "--credentials", "x"]).run(
      timeLimit: .seconds(30))
    #expect(!result.status.isSuccess)
    #expect(
      result.errorText.contains("--port 0 is no TCP port; give one from 1 to 65535"),
      "\(result.errorText)")
  }
}
