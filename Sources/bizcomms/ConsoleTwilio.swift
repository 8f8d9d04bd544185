import Alerts
import CellContract
import EmbeddedBackend
import Foundation
import ServiceRuntime
import Twilio
import TwilioSimulator

/// The Twilio of a laptop: prints what it is given, and tells the API what became of it.
struct ConsoleTwilio {
  let folder: String
  /// Where it reports replies of recipients.
  let apiURL: String
  let say: @Sendable (String) -> Void

  /// How long a message takes from one status to the next: so that people see them change.
  private static let step = Duration.milliseconds(800)

  /// Runs it while `body` does, which gets a client of it.
  func serving(_ body: @escaping @Sendable (TwilioClient) async throws -> Void) async throws {
    let secret = try await EmbeddedSecret(.twilio, in: folder).current()
    var configuration = SimulatorConfiguration(
      credentials: try TwilioCredentials(reading: secret.value))
    configuration.callbacks.step = Self.step
    configuration.inboundURL = apiURL + CallbackPath.twilioInbound
    let say = say
    configuration.onAccepted = { accepted in
      let text = accepted.text.split(whereSeparator: \.isNewline).joined(separator: " | ")
      say("\(accepted.channel == .sms ? "text" : "call") to \(accepted.to.e164): \(text)")
    }
    let transport = AsyncTwilioTransport()
    do {
      try await TwilioSimulator(configuration).serving { address in
        try await body(TwilioClient(baseURL: address, transport: transport))
      }
    } catch {
      try await transport.shutdown()
      throw error
    }
    try await transport.shutdown()
  }
}
