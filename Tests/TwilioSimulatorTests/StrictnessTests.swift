import Alerts
import FormText
import JSONText
import Testing
import Twilio
import TwilioSimulator

@Suite struct StrictnessTests {
  private static let sms = ["To": "+14155550123", "From": "+15005550006", "Body": "Hello"]
  private static let call = [
    "To": "+14155550123", "From": "+15005550006", "Twiml": "<Response><Say>Hi</Say></Response>",
  ]

  /// What is changed in a good form, and the error that it earns.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let field: String
    let value: String?
    let code: Int64
    var testDescription: String { "\(field) is \(value?.prefix(20) ?? "missing"): \(code)" }

    init(_ field: String, _ value: String?, _ code: Int64) {
      self.field = field
      self.value = value
      self.code = code
    }
  }

  private func code(
    _ running: RunningSimulator, _ path: String, _ form: [String: String], _ mistake: Mistake
  ) async throws -> (status: Int, code: JSONValue?) {
    var form = form
    form[mistake.field] = mistake.value
    let body = FormText.text(of: form.map { (name: $0.key, value: $0.value) })
    let answer = try await running.request("POST", path, body: body)
    return (answer.status, answer.json["code"])
  }

  private static let messageMistakes = [
    Mistake("To", nil, 21604), Mistake("To", "", 21604), Mistake("To", "4155550123", 21211),
    Mistake("To", "+0155550123", 21211), Mistake("To", "+1415555012345678", 21211),
    Mistake("To", " 14155550123", 21211), Mistake("From", nil, 21603),
    Mistake("From", "me", 21212), Mistake("From", "+15005550005", 21606),
    Mistake("Body", nil, 21602), Mistake("Body", "", 21602),
    Mistake("Body", String(repeating: "a", count: 1_601), 21617),
    Mistake("Body", String(repeating: "🙂", count: 801), 21617),
    Mistake("StatusCallback", "status", 21609), Mistake("StatusCallback", "ftp://a/", 21609),
    Mistake("To", "+15005550001", 21211), Mistake("To", "+15005550002", 21612),
    Mistake("To", "+15005550003", 21408), Mistake("To", "+15005550004", 21610),
    Mistake("To", "+15005550009", 21614),
  ]

  private static let callMistakes = [
    Mistake("To", nil, 21201), Mistake("To", "me", 21217), Mistake("From", nil, 21213),
    Mistake("From", "+15005550005", 21210), Mistake("Twiml", nil, 21205),
    Mistake("Twiml", "<Response><Say>\(String(repeating: "a", count: 4_000))", 32018),
    Mistake("Twiml", "<Response><Say>a & b</Say></Response>", 12100),
    Mistake("Twiml", "<Response><Say>a</Say>", 12100),
    Mistake("Twiml", "<Response></Response>", 12100),
    Mistake("To", "+15005550001", 21217), Mistake("To", "+15005550002", 21214),
    Mistake("To", "+15005550003", 21215), Mistake("To", "+15005550004", 21216),
  ]

  @Test func `each mistake of a message is told by Twilio's number, and nothing is taken`()
    async throws
  {
    try await RunningSimulator.with { running in
      for mistake in Self.messageMistakes {
        let answer = try await code(running, RunningSimulator.messages, Self.sms, mistake)
        #expect(answer.status == 400 && answer.code == .integer(mistake.code), "\(mistake)")
      }
      #expect(running.simulator.acceptedCount == 0)
    }
  }

  @Test func `each mistake of a call is told by Twilio's number, and nothing is taken`()
    async throws
  {
    try await RunningSimulator.with { running in
      for mistake in Self.callMistakes {
        let answer = try await code(running, RunningSimulator.calls, Self.call, mistake)
        #expect(answer.status == 400 && answer.code == .integer(mistake.code), "\(mistake)")
      }
      #expect(running.simulator.acceptedCount == 0)
    }
  }

  @Test func `the client knows every error that the simulator answers`() {
    let codes = (Self.messageMistakes + Self.callMistakes).map { Int($0.code) }
    // The client writes no TwiML that can't be read.
    #expect(Set(codes).filter { TwilioErrors[$0] == nil } == [12100])
  }

  @Test func `who isn't the account is refused`() async throws {
    try await RunningSimulator.with { running in
      let body = "To=%2B14155550123&From=%2B15005550006&Body=Hello"
      let account = RunningSimulator.account
      for login in [nil, "\(account):wrong", "AC1:\(RunningSimulator.token)"] {
        let answer = try await running.request(
          "POST", RunningSimulator.messages, body: body, login: login)
        #expect(answer.status == 401 && answer.json["code"] == 20003)
      }
      let elsewhere = try await running.request(
        "POST", "/2010-04-01/Accounts/AC1/Messages.json", body: body)
      #expect(elsewhere.status == 404 && elsewhere.json["code"] == 20404)
      #expect(running.simulator.acceptedCount == 0)
      let other = TwilioCredentials(
        accountSID: account, authToken: "other", sender: try RunningSimulator.number())
      let outcome = await running.client.send(
        OutgoingMessage(
          channel: .sms, to: try RunningSimulator.number(), text: "a", statusCallback: ""),
        with: other, timeLimit: .seconds(10))
      #expect(outcome == .credentialsRefused)
    }
  }

  @Test func `paths and names that Twilio doesn't have are 20404, what is no form has no fields`()
    async throws
  {
    try await RunningSimulator.with { running in
      let base = "/2010-04-01/Accounts/\(RunningSimulator.account)"
      for path in ["/", "\(base)/Faxes.json", "\(base)/Messages/SM1.json", "\(base)/Calls/x"] {
        let answer = try await running.request("GET", path)
        #expect(answer.status == 404 && answer.json["code"] == 20404, "\(path)")
      }
      let json = try await running.request(
        "POST", RunningSimulator.messages, body: "{}", type: "application/json")
      #expect(json.status == 400 && json.json["code"] == 21604)
    }
  }

  @Test func `a message and a call are shown as they were sent`() async throws {
    try await RunningSimulator.with { running in
      let longText = String(repeating: "a & b < ", count: 200)
      for (channel, path) in [
        (Channel.sms, RunningSimulator.messages), (.voice, RunningSimulator.calls),
      ] {
        guard case .accepted(let sid) = try await running.send(channel, longText) else {
          Issue.record("\(channel) is not accepted")
          return
        }
        #expect(TwilioSID.isValid(sid, of: channel))
        await running.simulator.settled()
        let answer = try await running.request(
          "GET", path.replacing(".json", with: "/\(sid).json"))
        #expect(answer.status == 200)
        #expect(answer.json["sid"]?.text == sid)
        #expect(answer.json["to"]?.text == "+14155550123")
        #expect(answer.json["from"]?.text == "+15005550006")
        #expect(answer.json["date_created"]?.text.flatMap(TwilioDate.moment) != nil)
        #expect(answer.json["status"]?.text == (channel == .sms ? "delivered" : "completed"))
      }
      #expect(running.simulator.accepted.map(\.text) == [longText, longText])
      #expect(running.simulator.accepted.map(\.channel) == [.sms, .voice])
    }
  }
}
