import Alerts
import Foundation
import Testing
import Twilio

@Suite struct ListTests {
  private func date(_ text: String) throws -> Date { try #require(TwilioDate.moment(of: text)) }

  private func record(
    _ number: Int, _ date: String, status: String = "sent", body: String = "Hello"
  ) -> String {
    let digits = String(repeating: "0", count: 31) + "\(number)"
    return """
      {"sid":"SM\(digits)","status":"\(status)","date_created":"\(date)","body":"\(body)",\
      "error_code":null}
      """
  }

  private func page(_ records: [String], next: String? = nil) -> TwilioResponse {
    let next = next.map { "\"\($0)\"" } ?? "null"
    let all = records.joined(separator: ",")
    return TwilioResponse(200, #"{"messages":[\#(all)],"next_page_uri":\#(next)}"#)
  }

  private func list(_ transport: ScriptedTransport, since: String) async throws
    -> [ProviderRecord]
  {
    try await TwilioClient(transport: transport).list(
      .sms, to: try Account.number(), from: try Account.number("+15005550006"),
      since: try date(since).addingTimeInterval(0.4), with: try Account.credentials(),
      timeLimit: .seconds(5))
  }

  @Test func `all pages are read, by path, each record once, and filtered to the second`()
    async throws
  {
    let next =
      "/2010-04-01/Accounts/\(Account.sid)/Messages.json?PageSize=1000&Page=1&PageToken=PA1"
    let transport = ScriptedTransport(
      page(
        [
          record(4, "Thu, 26 Nov 2026 12:00:02 +0000", status: "queued"),
          record(3, "Thu, 26 Nov 2026 12:00:01 +0000"),
        ], next: next),
      page([
        record(3, "Thu, 26 Nov 2026 12:00:01 +0000"),
        record(2, "Thu, 26 Nov 2026 12:00:00 +0000"),
        record(1, "Thu, 26 Nov 2026 11:59:59 +0000"),
      ]))
    let records = try await list(transport, since: "Thu, 26 Nov 2026 12:00:00 +0000")
    #expect(records.map { $0.sid.last } == ["4", "3", "2"])
    #expect(records.map(\.status) == ["queued", "sent", "sent"])
    #expect(records[0].body == "Hello")
    #expect(records[2].createdAt == (try date("Thu, 26 Nov 2026 12:00:00 +0000")))
    let urls = await transport.requests.map(\.url)
    #expect(
      urls == [
        "https://api.twilio.com/2010-04-01/Accounts/\(Account.sid)/Messages.json"
          + "?To=%2B14155550123&From=%2B15005550006&PageSize=1000",
        "https://api.twilio.com\(next)",
      ])
  }

  @Test(arguments: [
    "https://elsewhere.example/", "//elsewhere.example/", "/2010-04-01/Accounts/ACx/Messages.json",
  ])
  func `credentials go nowhere else`(next: String) async throws {
    let transport = ScriptedTransport(page([], next: next), page([]))
    await #expect(throws: ListingFailure.unreadable("`next_page_uri` leads elsewhere")) {
      try await list(transport, since: "Thu, 26 Nov 2026 12:00:00 +0000")
    }
    #expect(await transport.requests.count == 1)
  }

  @Test func `a list that can't be read whole is none`() async throws {
    let since = "Thu, 26 Nov 2026 12:00:00 +0000"
    let broken: [(TwilioResponse, ListingFailure)] = [
      (
        page([record(1, "yesterday")]),
        .unreadable("an element of `messages` has no `sid`, `status` or `date_created`")
      ),
      (TwilioResponse(200, #"{"messages":[]}"#), .unreadable("`next_page_uri` is missing")),
      (TwilioResponse(200, "{}"), .unreadable("there is no `messages` in it")),
      (TwilioResponse(401, ""), .credentialsRefused),
      (
        TwilioResponse(429, #"{"code":20429}"#, retryAfter: "3"),
        .refused(status: 429, code: 20429, retryAfter: .seconds(3))
      ),
      (TwilioResponse(500, ""), .refused(status: 500, code: nil, retryAfter: nil)),
    ]
    for (answer, failure) in broken {
      let transport = ScriptedTransport(answer)
      let thrown = await #expect(throws: ListingFailure.self) {
        try await list(transport, since: since)
      }
      #expect(thrown == failure)
    }
  }

  @Test func `moments are read and written as Twilio does`() throws {
    let text = "Thu, 24 Aug 2023 05:01:45 +0000"
    let moment = try date(text)
    #expect(moment.timeIntervalSince1970 == 1_692_853_305)
    #expect(TwilioDate.text(of: moment.addingTimeInterval(0.9)) == text)
    for wrong in [
      "2023-08-24T05:01:45Z", "Thu, 31 Feb 2023 05:01:45 +0000", "Thu, 24 Aug 2023 05:01 +0000",
      "Thu, 24 Aug 2023 25:01:45 +0000", "Thu, 24 Aug 2023 05:01:45 +0100", "",
    ] {
      #expect(TwilioDate.moment(of: wrong) == nil)
    }
  }
}
