import Alerts
import Commands
import Foundation
import HackerNewsSimulator
import JSONText
import TestSupport
import Testing
import TwilioSimulator

/// The whole application of a cell, as separate programs: a story at Hacker News is told to every recipient
/// once, and Twilio's callbacks come back to its status.
@Suite struct StoryToDeliveryTests {
  private static let numbers = (0..<30).map { "+1415\(6_000_000 + $0)" }

  @Test func `a new story is delivered to every recipient once, and its status says so`()
    async throws
  {
    try await RunningCell.with { cell in
      let migration = try await cell.api("migrate").run(timeLimit: .seconds(120))
      #expect(migration.status.isSuccess, "\(migration.outputText)")
      var configuration = SimulatorConfiguration(credentials: RunningCell.twilio)
      configuration.callbacks.doubled = 0.5
      configuration.callbacks.reversed = 0.5
      let twilio = TwilioSimulator(configuration)
      let feed = HackerNewsSimulator()
      for id in 1...3 { feed.setStory(Int64(id), "Story \(id)") }
      feed.setTop([1, 2])
      try await twilio.serving { twilioURL in
        try await feed.serving { feedURL in
          try await cell.serving { base, _ in
            let client = CellClient(base: base, key: RunningCell.apiKey)
            for number in Self.numbers {
              let body = #"{"name":"N","phone_number":"\#(number)","tags":["tech"]}"#
              #expect(try await client.send("POST", "/v1/recipients", body).status == 201)
            }
            let program = try PackageBuild(of: APIProcessTests.Anchor.self)
              .executable("bizcomms-worker")
            let worker = try cell.worker(
              program, ["run", "--host", "127.0.0.1", "--twilio-url", twilioURL])
            try await cell.running(worker) { _ in
              try await poll(cell, feedURL, until: "the first round: 2 stories")
              feed.setTop([3, 1, 2])
              try await poll(cell, feedURL, until: "a round; stories told: 1,")
              let alert = try await onlyAlert(client)
              let status = try await settledStatus(of: alert, client)
              // Callbacks that come twice may still be under way.
              await twilio.settled()
              #expect(status["status"]?.text == "completed")
              #expect(status["total_recipients"] == .integer(Int64(Self.numbers.count)))
              #expect(
                status["delivery_status"] == [
                  "sent": 30, "delivered": 30, "failed": 0, "pending": 0, "cancelled": 0,
                ])
            }
          }
        }
      }
      #expect(Set(twilio.accepted.map(\.to.e164)) == Set(Self.numbers))
      #expect(twilio.acceptedCount == Self.numbers.count)
      #expect(twilio.callbacks.failed == 0)
      let depth = try await cell.depth()
      #expect(depth.dead == 0)
    }
  }

  private func poll(_ cell: RunningCell, _ feedURL: String, until text: String) async throws {
    let poller = try cell.besideAPI().with(["BIZCOMMS_HACKER_NEWS_URL": feedURL]).poller()
    try await cell.running(poller) { try await wait(for: text, in: $0) }
  }

  private func onlyAlert(_ client: CellClient) async throws -> String {
    let alerts = try await client.send("GET", "/v1/alerts").json["alerts"]?.elements ?? []
    #expect(alerts.count == 1)
    return try #require(alerts.first?["alert_id"]?.text)
  }

  /// The status of an alert when all of its deliveries have arrived, or after a minute.
  private func settledStatus(of alert: String, _ client: CellClient) async throws
    -> JSONText.JSONValue
  {
    let deadline = ContinuousClock.now + .seconds(180)
    while true {
      let status = try await client.send("GET", "/v1/alerts/\(alert)/status").json
      let delivered = status["delivery_status"]?["delivered"]
      if delivered == .integer(Int64(Self.numbers.count)) || ContinuousClock.now > deadline {
        return status
      }
      try await Task.sleep(for: .milliseconds(100))
    }
  }
}
