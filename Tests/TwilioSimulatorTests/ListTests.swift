import Alerts
import JSONText
import Testing
import Twilio
import TwilioSimulator

@Suite struct ListTests {
  @Test func `pages follow each other, the newest first, with the filters kept`() async throws {
    try await RunningSimulator.with { running in
      for number in 0..<7 {
        _ = try await running.send(.sms, "text \(number)")
        _ = try await running.send(.sms, to: "+14155550199", "other")
      }
      var path: String? = "\(RunningSimulator.messages)?To=%2B14155550123&PageSize=3"
      var pages: [[String]] = []
      while let next = path {
        let answer = try await running.request("GET", next)
        #expect(answer.status == 200)
        #expect(answer.json["page"] == .integer(Int64(pages.count)))
        pages.append((answer.json["messages"]?.elements ?? []).compactMap { $0["body"]?.text })
        path = answer.json["next_page_uri"]?.text
      }
      #expect(
        pages == [["text 6", "text 5", "text 4"], ["text 3", "text 2", "text 1"], ["text 0"]])
    }
  }

  @Test func `what hasn't left is in no list of a day, and yet in the client's`() async throws {
    try await RunningSimulator.with {
      $0.callbacks.step = .seconds(3_600)
    } _: { running in
      let (sender, number) = (
        try RunningSimulator.number(RunningSimulator.sender), try RunningSimulator.number()
      )
      for (channel, path, filter) in [
        (Channel.sms, RunningSimulator.messages, "DateSent%3E"),
        (.voice, RunningSimulator.calls, "StartTime%3E"),
      ] {
        _ = try await running.send(channel)
        let resource = channel == .sms ? "messages" : "calls"
        let all = try await running.request("GET", path).json
        #expect(all[resource]?.elements?.count == 1)
        let ofDay = try await running.request("GET", "\(path)?\(filter)=2026-01-01").json
        #expect(ofDay[resource]?.elements?.isEmpty == true)
        let sent = try #require(running.simulator.accepted.last)
        let records = try await running.client.list(
          channel, to: number, from: sender, since: sent.at, with: running.credentials,
          timeLimit: .seconds(10))
        #expect(records.map(\.sid) == [sent.sid])
        #expect(records.map(\.status) == ["queued"])
      }
    }
  }

  @Test func `days compare with the day on which a message left`() async throws {
    try await RunningSimulator.with { running in
      _ = try await running.send()
      await running.simulator.settled()
      for (query, count) in [
        ("DateSent%3E=2020-01-01", 1), ("DateSent%3E=2999-01-01", 0),
        ("DateSent%3C=2020-01-01", 0), ("DateSent%3C=2999-01-01", 1), ("DateSent=2020-01-01", 0),
        ("From=%2B15005550006", 1), ("From=%2B15005550007", 0),
      ] {
        let answer = try await running.request("GET", "\(RunningSimulator.messages)?\(query)")
        #expect(answer.json["messages"]?.elements?.count == count, "\(query)")
      }
      for wrong in ["DateSent%3E=yesterday", "PageSize=0", "PageToken=PAx", "To=me"] {
        let answer = try await running.request("GET", "\(RunningSimulator.messages)?\(wrong)")
        #expect(answer.status == 400 && answer.json["code"] == 20001, "\(wrong)")
      }
    }
  }
}
