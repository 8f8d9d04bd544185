import Alerts
import JSONText
import Synchronization
import Testing
import Twilio

@testable import TwilioSimulator

@Suite struct FaultTests {
  private func isUnknown(_ outcome: SendOutcome) -> Bool {
    guard case .unknown = outcome else { return false }
    return true
  }

  @Test func `each fault ends as it says, with the message taken or not`() async throws {
    try await RunningSimulator.with { running in
      let simulator = running.simulator
      simulator.arrange(nil, .tooManyRequests, .failBeforeTaking, .closeBeforeReading)
      guard case .accepted = try await running.send() else {
        Issue.record("a send without a fault is not accepted")
        return
      }
      let many = try await running.send()
      #expect(
        many
          == .refusedForNow(
            retryAfter: .seconds(1), code: 20429, message: "HTTP 429: too many requests"))
      #expect(try await running.send() == .unknown("HTTP 500"))
      #expect(isUnknown(try await running.send()))
      #expect(simulator.acceptedCount == 1)

      simulator.arrange(.failAfterTaking, .resetAfterTaking, .hangAfterTaking)
      #expect(try await running.send() == .unknown("HTTP 500"))
      #expect(simulator.acceptedCount == 2)
      #expect(isUnknown(try await running.send()))
      #expect(simulator.acceptedCount == 3)
      let hung = try await running.send(timeLimit: .milliseconds(200))
      #expect(hung == .unknown("no answer in time"))
      #expect(simulator.acceptedCount == 4)
      guard case .accepted = try await running.send() else {
        Issue.record("faults go on after the last")
        return
      }
    }
  }

  @Test func `what was taken in spite of a fault is in the list`() async throws {
    try await RunningSimulator.with { running in
      running.simulator.arrange(.failAfterTaking, .failBeforeTaking)
      _ = try await running.send(.sms, "taken")
      _ = try await running.send(.sms, "not taken")
      let records = try await running.client.list(
        .sms, to: try RunningSimulator.number(),
        from: try RunningSimulator.number(RunningSimulator.sender),
        since: running.simulator.accepted[0].at, with: running.credentials,
        timeLimit: .seconds(10))
      #expect(records.map(\.body) == ["taken"])
      #expect(records.map(\.sid) == running.simulator.accepted.map(\.sid))
    }
  }

  @Test func `a trap springs at its step, and only for one send`() async throws {
    try await RunningSimulator.with { running in
      let simulator = running.simulator
      let arrived = simulator.trap(.arrived)
      async let first = running.send()
      await arrived.sprung()
      #expect(simulator.acceptedCount == 0)
      #expect(isUnknown(try await first))
      #expect(simulator.acceptedCount == 0)

      let taken = simulator.trap(.taken)
      async let second = running.send()
      await taken.sprung()
      #expect(simulator.acceptedCount == 1)
      #expect(isUnknown(try await second))

      let answered = simulator.trap(.answered)
      async let third = running.send()
      await answered.sprung()
      guard case .accepted(let sid) = try await third else {
        Issue.record("the third send is not accepted")
        return
      }
      #expect(simulator.accepted.last?.sid == sid)
      #expect(simulator.acceptedCount == 2)
    }
  }

  @Test func `a trap that nobody springs ends with its task`() async throws {
    try await RunningSimulator.with { running in
      let waiting = Task { await running.simulator.spring(.taken) }
      waiting.cancel()
      await waiting.value
      guard case .accepted = try await running.send() else {
        Issue.record("the trap is still set")
        return
      }
    }
  }

  @Test func `faults come as often as their rates say, the same ones for the same seed`() {
    func faults(_ seed: UInt64) -> [SimulatorFault?] {
      var plan = FaultPlan(rates: [.failAfterTaking: 0.1, .tooManyRequests: 0.2], seed: seed)
      return (0..<10_000).map { _ in plan.draw() }
    }
    let drawn = faults(1)
    #expect((900...1_100).contains(drawn.count { $0 == .failAfterTaking }))
    #expect((1_850...2_150).contains(drawn.count { $0 == .tooManyRequests }))
    #expect(Set(drawn) == [nil, .failAfterTaking, .tooManyRequests])
    #expect(faults(1) == drawn && faults(2) != drawn)
  }

  @Test func `counts are exact under sends side by side, and repetitions are told`() async throws {
    let told = Mutex<[String]>([])
    try await RunningSimulator.with {
      $0.onAccepted = { accepted in told.withLock { $0.append(accepted.sid) } }
    } _: { running in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<200 {
          group.addTask {
            let channel: Channel = number % 2 == 0 ? .sms : .voice
            // Where a machine is busy a connection may not be made in time: nothing was sent then.
            for _ in 0..<50 {
              let outcome = try await running.send(
                channel, to: "+1415555\(1_000 + number / 4)", "text \(number / 4)",
                timeLimit: .seconds(120))
              guard case .refusedForNow = outcome else { return }
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(running.simulator.acceptedCount == 200)
      #expect(Set(running.simulator.accepted.map(\.sid)).count == 200)
      // Of four with the same text to the same number, two are texts and two are calls.
      #expect(running.simulator.repeated.count == 100)
      #expect(running.simulator.repeated.allSatisfy { $0.sids.count == 2 })
    }
    #expect(told.withLock { Set($0).count } == 200)
  }

  @Test func `another process sees the counts, and sets faults`() async throws {
    try await RunningSimulator.with { running in
      let set = try await running.request(
        "PUT", "/simulator/faults", body: #"{"next":["fail-after-taking"]}"#)
      #expect(set.status == 204)
      #expect(try await running.send() == .unknown("HTTP 500"))
      _ = try await running.send()
      await running.simulator.settled()
      let counts = try await running.request("GET", "/simulator/counts").json
      #expect(counts["accepted"] == 2 && counts["distinct"] == 1)
      let sids = counts["repeated"]?.elements?.first?["sids"]?.elements?.compactMap(\.text)
      #expect(sids == running.simulator.accepted.map(\.sid))
      #expect(counts["callbacks"]?["failed"] == 6)
      let accepted = try await running.request("GET", "/simulator/accepted").json
      #expect(accepted["accepted"]?.elements?.map { $0["text"]?.text } == ["Hello", "Hello"])

      _ = try await running.request(
        "PUT", "/simulator/faults", body: #"{"rates":{"too-many-requests":1}}"#)
      guard case .refusedForNow = try await running.send() else {
        Issue.record("the rate of 1 has no effect")
        return
      }
      for wrong in [
        #"{"next":["explode"]}"#, #"{"rates":{"too-many-requests":2}}"#, "{",
        #"{"rates":{"too-many-requests":0.6,"fail-before-taking":0.6}}"#,
      ] {
        let answer = try await running.request("PUT", "/simulator/faults", body: wrong)
        #expect(answer.status == 400, "\(wrong)")
      }
    }
  }
}
