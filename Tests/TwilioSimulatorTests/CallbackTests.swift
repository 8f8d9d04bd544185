import Alerts
import HTTPTypes
import Synchronization
import Testing
import Twilio

@testable import TwilioSimulator

@Suite struct CallbackTests {
  /// The words of the callbacks of one send.
  private func words(
    _ channel: Channel = .sms, to number: String = "+14155550123",
    _ adjust: (inout CallbackBehaviour) -> Void = { _ in }
  ) async throws -> [String] {
    let receiver = CallbackReceiver()
    var behaviour = CallbackBehaviour()
    behaviour.step = .zero
    adjust(&behaviour)
    try await receiver.with { [behaviour] url in
      try await RunningSimulator.with {
        $0.callbacks = behaviour
      } _: { running in
        let outcome = try await running.send(channel, to: number, callback: "\(url)?delivery=a")
        guard case .accepted(let sid) = outcome else {
          Issue.record("not accepted: \(outcome)")
          return
        }
        await running.simulator.settled()
        let field = channel == .sms ? "MessageSid" : "CallSid"
        #expect(receiver.taken.allSatisfy { $0[field] == sid && $0["To"] == number })
        #expect(receiver.refused == 0)
      }
    }
    return receiver.words(channel == .sms ? "MessageStatus" : "CallStatus")
  }

  @Test func `a message is queued, sent, delivered; each is told once, signed`() async throws {
    #expect(try await words() == ["queued", "sent", "delivered"])
  }

  @Test func `of a call what was asked for is told`() async throws {
    // `ringing` is not among what the client asks for.
    #expect(try await words(.voice) == ["initiated", "in-progress", "completed"])
  }

  @Test func `callbacks come twice, the wrong way round, late or never, as they are told to`()
    async throws
  {
    #expect(
      try await words { $0.doubled = 1 }
        == ["queued", "queued", "sent", "sent", "delivered", "delivered"])
    #expect(try await words { $0.reversed = 1 } == ["delivered", "sent", "queued"])
    #expect(try await words { $0.dropped = 1 }.isEmpty)
    #expect(
      try await words { $0.lateness = .milliseconds(5) } == ["queued", "sent", "delivered"])
  }

  @Test(arguments: [
    ("+15005550110", ["queued", "sent", "undelivered"], ["initiated", "no-answer"]),
    ("+15005550111", ["queued", "sent", "undelivered"], ["initiated", "busy"]),
    ("+15005550112", ["queued", "failed"], ["initiated", "failed"]),
  ])
  func `numbers that fail after they were taken`(
    number: String, texts: [String], calls: [String]
  ) async throws {
    #expect(try await words(.sms, to: number) == texts)
    #expect(try await words(.voice, to: number) == calls)
  }

  /// How often a webhook is called that is answered so, with a fragment.
  private func attempts(
    _ fragment: String, answering status: @escaping @Sendable (Int) -> Int
  ) async throws -> (attempts: Int, counts: CallbackCounts) {
    let receiver = CallbackReceiver { .init(code: status($0)) }
    let counts = Mutex(CallbackCounts())
    try await receiver.with { url in
      try await RunningSimulator.with { running in
        _ = try await running.send(to: "+15005550112", callback: url + fragment)
        await running.simulator.settled()
        counts.withLock { $0 = running.simulator.callbacks }
      }
    }
    return (receiver.taken.count, counts.withLock { $0 })
  }

  @Test func `callbacks are tried again as their URL says, and else not`() async throws {
    // Two callbacks: queued and failed.
    let usual = try await attempts("") { _ in 500 }
    #expect(usual.attempts == 2 && usual.counts.failed == 2)
    let stubborn = try await attempts("#rc=2&rp=5xx") { _ in 503 }
    #expect(stubborn.attempts == 6 && stubborn.counts.failed == 2)
    let other = try await attempts("#rc=2&rp=4xx") { _ in 503 }
    #expect(other.attempts == 2)
    let second = try await attempts("#rc=1&rp=all") { $0 == 1 ? 500 : 204 }
    #expect(second.attempts == 3 && second.counts.answered == 2 && second.counts.failed == 0)
  }

  @Test func `overrides of a URL are read, and not called`() {
    let usual = ConnectionOverrides("http://a/b?c=d")
    #expect(usual.url == "http://a/b?c=d")
    #expect(usual.retries == 1 && usual.policy == [.connection])
    let other = ConnectionOverrides("http://a/b?c=d#rc=5&rp=rt,5xx")
    #expect(other.url == "http://a/b?c=d")
    #expect(other.retries == 5 && other.policy == [.reading, .serverError])
    #expect(ConnectionOverrides("http://a/#rc=9").retries == 1)
  }

  @Test(arguments: [
    ("<Response><Say>a</Say></Response>", String?("a")),
    ("<Response><Say>a &lt;b&gt; &amp;</Say><Say> c</Say></Response>", "a <b> & c"),
    ("<Response><Say>\u{301}a&#13;</Say></Response>", "\u{301}a\r"),
    ("<Response/>", nil), ("<Response><Say>a</Say>", nil), ("<Say>a</Say>", nil),
    ("<Response><Say>a & b</Say></Response>", nil), ("<Response><Say>&no;</Say></Response>", nil),
    ("<Response><Say>a<b</Say></Response>", nil),
    ("<Response><Say>\u{1}</Say></Response>", nil), ("", nil),
  ])
  func `what TwiML says`(twiml: String, text: String?) {
    #expect(SaidText(reading: twiml)?.text == text)
  }

  @Test(arguments: ["a", "&<>\r\n\t", "\u{301}", "語🙂", "]]>"])
  func `what the client writes is read`(text: String) {
    let long = String(repeating: text, count: 100)
    #expect(SaidText(reading: TwiML.saying(long))?.text == long)
  }
}
