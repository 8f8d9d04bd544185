import Alerts
import FormText
import Testing
import Twilio

@Suite struct SendTests {
  private func outcome(
    _ response: TwilioResponse, _ channel: Channel = .sms
  ) async throws -> SendOutcome {
    await TwilioClient(transport: ScriptedTransport(response)).send(
      try Account.message(channel), with: try Account.credentials(), timeLimit: .seconds(5))
  }

  private func request(_ channel: Channel) async throws -> TwilioRequest {
    let transport = ScriptedTransport(TwilioResponse(500, ""))
    _ = await TwilioClient(transport: transport).send(
      try Account.message(channel), with: try Account.credentials(), timeLimit: .seconds(5))
    return try #require(await transport.requests.first)
  }

  @Test func `a text is posted to the account's messages`() async throws {
    let request = try await request(.sms)
    #expect(request.method == "POST")
    #expect(
      request.url == "https://api.twilio.com/2010-04-01/Accounts/\(Account.sid)/Messages.json")
    let login = request.headers.first { $0.name == "Authorization" }?.value
    #expect(
      login
        == "Basic QUMwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZjowMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZg=="
    )
    #expect(
      request.body == "To=%2B14155550123&From=%2B15005550006&Body=Hello&StatusCallback="
        + "https%3A%2F%2Fapi.example.com%2Fv1%2Fcallbacks%2Ftwilio%2Fstatus%3Fdelivery%3Da.b.sms")
  }

  @Test func `a call says the text, and asks for its beginning and its end`() async throws {
    let request = try await request(.voice)
    #expect(request.url.hasSuffix("/Accounts/\(Account.sid)/Calls.json"))
    let fields = try #require(FormText.fields(of: request.body))
    #expect(fields.first("Twiml") == "<Response><Say>Hello</Say></Response>")
    #expect(
      fields.filter { $0.name == "StatusCallbackEvent" }.map(\.value) == [
        "initiated", "answered", "completed",
      ])
  }

  @Test func `each known error has its verdict, and Twilio's text is not passed on`() async throws {
    for error in TwilioErrors.all { try await check(error) }
  }

  private func check(_ error: TwilioError) async throws {
    let outcome = try await outcome(
      TwilioResponse(400, #"{"code":\#(error.code),"message":"to +14155550123","status":400}"#))
    switch error.verdict {
    case .final: #expect(outcome == .refusedFinally(code: error.code, message: error.meaning))
    case .forNow:
      #expect(
        outcome == .refusedForNow(retryAfter: nil, code: error.code, message: error.meaning))
    case .credentials: #expect(outcome == .credentialsRefused)
    }
  }

  @Test(arguments: [
    (21211, TwilioError.Verdict.final), (21610, .final), (21617, .final), (21408, .final),
    (21606, .final), (20003, .credentials), (20429, .forNow), (30003, .forNow), (30006, .final),
    (21217, .final), (13224, .final),
  ])
  func `what is final and what isn't`(code: Int, verdict: TwilioError.Verdict) {
    #expect(TwilioErrors[code]?.verdict == verdict)
  }

  @Test func `an error that nobody knows is final, one without a code is not`() async throws {
    #expect(
      try await outcome(TwilioResponse(400, #"{"code":29999}"#))
        == .refusedFinally(code: 29999, message: "HTTP 400, error 29999 of Twilio"))
    #expect(
      try await outcome(TwilioResponse(400, "<html>"))
        == .refusedForNow(
          retryAfter: nil, code: nil, message: "HTTP 400 without a code of Twilio's"))
  }

  @Test func `429 says when to come again`() async throws {
    let message = "HTTP 429: too many requests"
    #expect(
      try await outcome(TwilioResponse(429, #"{"code":20429}"#, retryAfter: "7"))
        == .refusedForNow(retryAfter: .seconds(7), code: 20429, message: message))
    for unreadable in ["soon", "-1", "99999999"] {
      #expect(
        try await outcome(TwilioResponse(429, "", retryAfter: unreadable))
          == .refusedForNow(retryAfter: nil, code: nil, message: message))
    }
  }

  @Test func `401 is about the credentials, 403 about the account`() async throws {
    #expect(try await outcome(TwilioResponse(401, "")) == .credentialsRefused)
    #expect(
      try await outcome(TwilioResponse(404, #"{"code":20404}"#)) == .credentialsRefused)
    #expect(
      try await outcome(TwilioResponse(403, #"{"code":20005}"#))
        == .refusedForNow(retryAfter: nil, code: 20005, message: "the account is not active"))
  }

  @Test(arguments: [408, 500, 502, 503, 504])
  func `it may have been sent`(status: Int) async throws {
    let answer = TwilioResponse(status, #"{"code":20500}"#)
    #expect(try await outcome(answer) == .unknown("HTTP \(status)"))
  }

  @Test func `nothing shows a number, a text or a token`() async throws {
    let message = try Account.message(.sms, "a secret text")
    let request = try await request(.sms)
    for shown in ["\(message)", "\(request)", "\(TwilioResponse(400, "+14155550123"))"] {
      #expect(!shown.contains("4155550123") && !shown.contains("secret"))
      #expect(!shown.contains("Basic") && !shown.contains(Account.sid))
    }
    var dumped = ""
    dump(message, to: &dumped)
    dump(request, to: &dumped)
    #expect(!dumped.contains("4155550123") && !dumped.contains("secret"))
    #expect(!dumped.contains("Basic"))
  }
}
