import Alerts
import ArgumentParser
import Foundation
import TwilioSimulator

/// A simulated Twilio, as a process.
@main struct SimulatorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "twilio-simulator", abstract: "Serve a Twilio of one account on this machine.",
    discussion: """
      Serves what bizcomms uses of Twilio's REST API on 127.0.0.1, and `/simulator/counts`, `/accepted`, \
      `/faults` and `/replies` beside it. The account is read from a file that holds what the secret \
      `twilio` does: JSON with `account_sid`, `auth_token` and `sender`.

      Some numbers end badly. Refused, as by Twilio's test credentials: +15005550001 (invalid), …0002 (no \
      way), …0003 (country), …0004 (opted out), …0009 (no texts). Taken, and then: +15005550110 \
      undelivered or no answer, …0111 undelivered or busy, …0112 failed.
      """)

  @Option(help: "The TCP port, on 127.0.0.1.")
  var port = 4010

  @Option(help: "The file that holds the account's credentials.")
  var credentials: String

  @Option(help: "Milliseconds that an answer to a send takes.")
  var latency = 0

  @Option(help: "Milliseconds from one status of a message to its next.")
  var step = 20

  @Option(help: "The URL that is told of messages that come in.")
  var inbound: String?

  @Flag(help: "Print what is taken.")
  var print = false

  func validate() throws {
    guard (1...65_535).contains(port) else {
      throw ValidationError("--port \(port) is no TCP port; give one from 1 to 65535")
    }
    guard latency >= 0, step >= 0 else {
      throw ValidationError("--latency and --step are milliseconds; give 0 or more")
    }
  }

  func run() async throws {
    let secret = try String(contentsOfFile: credentials, encoding: .utf8)
    var simulation = SimulatorConfiguration(credentials: try TwilioCredentials(reading: secret))
    simulation.latency = .milliseconds(latency)
    simulation.callbacks.step = .milliseconds(step)
    simulation.inboundURL = inbound
    if print {
      simulation.onAccepted = { accepted in
        Self.say("\(accepted.channel.rawValue) to \(accepted.to.e164): \(accepted.text)")
      }
    }
    try await TwilioSimulator(simulation).serving(port: port) { address in
      Self.say("serving at \(address)")
      // Until a signal ends the process.
      while true { try await Task.sleep(for: .seconds(3_600)) }
    }
  }

  /// At once, even where the output is a file.
  private static func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
  }
}
