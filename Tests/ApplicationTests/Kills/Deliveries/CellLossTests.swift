import Commands
import Foundation
import JSONText
import ServiceTestSupport
import TestSupport
import Testing
import TwilioSimulator

/// A cell is lost in the middle of its work, and another one takes it over.
@Suite(.serialized) struct CellLossTests {
  private static let recipients = 40
  private static let alerts = 4

  @Test func `two cells deliver side by side, and one finishes what the other left`() async throws {
    try await RunningCell.with { first in
      let migration = try await first.api("migrate").run(timeLimit: .seconds(120))
      #expect(migration.status.isSuccess, "\(migration.outputText)")
      let second = try await first.neighbor("cell-usw1-01")
      var configuration = SimulatorConfiguration(credentials: RunningCell.twilio)
      configuration.latency = .milliseconds(50)
      let simulator = TwilioSimulator(configuration)
      try await simulator.serving { twilio in
        try await lose(first, for: second, simulator, twilio)
      }
      #expect(simulator.acceptedCount == 2 * Self.alerts * Self.recipients)
      #expect(simulator.repeated.isEmpty)
    }
  }

  private func lose(
    _ first: RunningCell, for second: RunningCell, _ simulator: TwilioSimulator, _ twilio: String
  ) async throws {
    let program = try PackageBuild(of: APIProcessTests.Anchor.self).executable("bizcomms-worker")
    let arguments = ["run", "--lease", "6", "--send-limit", "2", "--twilio-url", twilio]
    let clients = [first, second].map { CellClient(base: $0.base, key: RunningCell.apiKey) }
    let apis = [
      try KilledProcess(first.api("serve", "--host", "127.0.0.1")),
      try KilledProcess(second.api("serve", "--host", "127.0.0.1")),
    ]
    for client in clients { try await client.waitUntilReady() }
    for index in 0..<Self.recipients {
      let answer = try await clients[0].send(
        "POST", "/v1/recipients", #"{"name":"N","phone_number":"+1415\#(5_000_000 + index)"}"#)
      #expect(answer.status == 201)
    }
    var ids: [String] = []
    for number in 0..<Self.alerts {
      for (cell, client) in clients.enumerated() {
        let answer = try await client.send(
          "POST", "/v1/alerts",
          #"{"title":"C\#(cell) T\#(number)","message":"M","delivery_method":"sms"}"#)
        ids.append(try #require(answer.json["alert_id"]?.text))
      }
    }
    let trap = simulator.trap(.taken)
    let workers = [
      try KilledProcess(first.worker(program, arguments)),
      try KilledProcess(second.worker(program, arguments)),
    ]
    // The first cell is lost while messages are under way, and with it their callbacks.
    await trap.sprung()
    await workers[0].kill()
    await apis[0].kill()
    let lostAt = ContinuousClock.now

    let takeover = try await second.command(program, ["take-over", "cell-use1-01", "--lease", "6"])
      .run(timeLimit: .seconds(180))
    #expect(takeover.status.isSuccess, "\(takeover.outputText)")
    #expect(takeover.outputText.contains("taken over from cell-use1-01: "))
    let deadline = ContinuousClock.now + .seconds(400)
    var open = ids
    while !open.isEmpty, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(200))
      var still: [String] = []
      for id in open {
        let answer = try await clients[1].send("GET", "/v1/alerts/\(id)")
        if answer.json["status"]?.text != "completed" { still.append(id) }
      }
      open = still
    }
    #expect(open == [])
    print("cell loss: all alerts were delivered \(lostAt.duration(to: .now)) after it")
    await workers[1].kill()
    await apis[1].kill()
  }
}
