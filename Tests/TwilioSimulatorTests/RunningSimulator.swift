import Alerts
import FormText
import Foundation
import JSONText
import Testing
import Twilio
import TwilioSimulator

/// A simulator that runs, and a client of its account.
struct RunningSimulator: Sendable {
  static let account = "AC0123456789abcdef0123456789abcdef"
  static let token = "0123456789abcdef0123456789abcdef"
  static let sender = "+15005550006"

  let simulator: TwilioSimulator
  let address: String
  let client: TwilioClient
  let credentials: TwilioCredentials
  private let transport: AsyncTwilioTransport

  static func number(_ text: String = "+14155550123") throws -> PhoneNumber {
    try #require(PhoneNumber(text))
  }

  static func configuration() throws -> SimulatorConfiguration {
    var configuration = SimulatorConfiguration(
      credentials: TwilioCredentials(
        accountSID: account, authToken: token, sender: try number(sender)))
    configuration.callbacks.step = .zero
    configuration.trapHold = .milliseconds(50)
    return configuration
  }

  /// Runs a simulator while `body` does.
  static func with(
    _ adjust: (inout SimulatorConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (RunningSimulator) async throws -> Void
  ) async throws {
    var configuration = try configuration()
    adjust(&configuration)
    let credentials = configuration.credentials
    let simulator = TwilioSimulator(configuration)
    let transport = AsyncTwilioTransport()
    let result: Result<Void, any Error>
    do {
      try await simulator.serving { address in
        try await body(
          RunningSimulator(
            simulator: simulator, address: address,
            client: TwilioClient(baseURL: address, transport: transport),
            credentials: credentials, transport: transport))
      }
      result = .success(())
    } catch {
      result = .failure(error)
    }
    try await transport.shutdown()
    try result.get()
  }

  /// Sends as the worker does.
  func send(
    _ channel: Channel = .sms, to: String = "+14155550123", _ text: String = "Hello",
    callback: String = "http://127.0.0.1:1/", timeLimit: Duration = .seconds(10)
  ) async throws -> SendOutcome {
    await client.send(
      OutgoingMessage(
        channel: channel, to: try Self.number(to), text: text, statusCallback: callback),
      with: credentials, timeLimit: timeLimit)
  }

  /// Sends a request as it stands; status and body of the answer.
  func request(
    _ method: String, _ path: String, body: String = "",
    type: String = "application/x-www-form-urlencoded",
    login: String? = "\(account):\(token)"
  ) async throws -> (status: Int, json: JSONValue) {
    var headers = [(name: "Content-Type", value: type)]
    if let login {
      let value = "Basic \(Data(login.utf8).base64EncodedString())"
      headers.append((name: "Authorization", value: value))
    }
    let answer = try await transport.send(
      TwilioRequest(method: method, url: address + path, headers: headers, body: body))
    let json = answer.body.isEmpty ? JSONValue.null : try JSONValue(reading: answer.body)
    return (answer.status, json)
  }

  static let messages = "/2010-04-01/Accounts/\(account)/Messages.json"
  static let calls = "/2010-04-01/Accounts/\(account)/Calls.json"
}
