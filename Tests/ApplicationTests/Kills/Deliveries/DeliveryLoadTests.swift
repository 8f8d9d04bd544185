import Commands
import Foundation
import ServiceTestSupport
import Synchronization
import TestSupport
import Testing
import TwilioSimulator

/// A worker that delivers for a long time needs no more memory in the end than in the beginning.
@Suite(.serialized) struct DeliveryLoadTests {
  /// How long it delivers: ten minutes in long runs, and else only so long that it is seen to work.
  private static let seconds =
    (ProcessInfo.processInfo.environment["BIZCOMMS_LOAD_MINUTES"].flatMap(Double.init) ?? 0.25) * 60

  private static let recipients = 100

  @Test func `memory stays flat while alerts are delivered`() async throws {
    let samples = Mutex<[Int]>([])
    let counts = Mutex((alerts: 0, messages: 0))
    try await RunningCell.with { cell in
      let migration = try await cell.api("migrate").run(timeLimit: .seconds(120))
      #expect(migration.status.isSuccess, "\(migration.outputText)")
      let simulator = TwilioSimulator(SimulatorConfiguration(credentials: RunningCell.twilio))
      try await simulator.serving { twilio in
        let result = try await deliver(in: cell, simulator, twilio) { bytes in
          samples.withLock { $0.append(bytes) }
        }
        counts.withLock { $0 = result }
      }
      #expect(simulator.repeated.isEmpty)
    }
    let memory = samples.withLock { $0 }
    let (alerts, messages) = counts.withLock { $0 }
    #expect(messages == alerts * Self.recipients)
    // The first quarter fills caches and pools.
    let quarter = memory.count / 4
    let early = median(memory[quarter..<(2 * quarter)])
    let late = median(memory.suffix(quarter))
    print(
      """
      load: \(Int(Self.seconds)) s, alerts: \(alerts), messages: \(messages), resident memory of the \
      worker: \(early / 1024) MiB in the second quarter, \(late / 1024) MiB in the last one, at most \
      \((memory.max() ?? 0) / 1024) MiB
      """)
    if Self.seconds >= 300 { #expect(Double(late) < Double(early) * 1.1) }
  }

  private func median(_ values: some Collection<Int>) -> Int {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// Sends alerts to a worker until the time is over and all are delivered.
  private func deliver(
    in cell: RunningCell, _ simulator: TwilioSimulator, _ twilio: String,
    sample: (Int) -> Void
  ) async throws -> (alerts: Int, messages: Int) {
    let client = CellClient(base: cell.base, key: RunningCell.apiKey)
    let api = try KilledProcess(cell.api("serve", "--host", "127.0.0.1"))
    try await client.waitUntilReady()
    for index in 0..<Self.recipients {
      let answer = try await client.send(
        "POST", "/v1/recipients", #"{"name":"N","phone_number":"+1415\#(4_000_000 + index)"}"#)
      #expect(answer.status == 201)
    }
    let program = try PackageBuild(of: APIProcessTests.Anchor.self).executable("bizcomms-worker")
    let worker = try KilledProcess(cell.worker(program, ["run", "--twilio-url", twilio]))
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var alerts = 0
    while ContinuousClock.now < end || simulator.acceptedCount < alerts * Self.recipients {
      // As fast as the worker is, and no faster.
      if ContinuousClock.now < end,
        simulator.acceptedCount >= (alerts - 1) * Self.recipients
      {
        alerts += 1
        let answer = try await client.send(
          "POST", "/v1/alerts",
          #"{"title":"T\#(alerts)","message":"M","delivery_method":"sms"}"#)
        #expect(answer.status == 202)
      }
      guard ContinuousClock.now < end + .seconds(60) else { break }
      try await Task.sleep(for: .milliseconds(200))
      if let bytes = residentKibibytes(ofProcessWith: twilio) { sample(bytes) }
    }
    await simulator.settled()
    await worker.kill()
    await api.kill()
    return (alerts, simulator.acceptedCount)
  }

  /// What the worker holds in memory; nil while it is not there. It is known by its argument.
  private func residentKibibytes(ofProcessWith argument: String) -> Int? {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    for process in processes where Int(process) != nil {
      guard
        let command = FileManager.default.contents(atPath: "/proc/\(process)/cmdline"),
        command.split(separator: 0).contains(where: { $0.elementsEqual(argument.utf8) }),
        let status = FileManager.default.contents(atPath: "/proc/\(process)/status")
      else { continue }
      let line = String(decoding: status, as: UTF8.self).split(separator: "\n").first {
        $0.hasPrefix("VmRSS:")
      }
      return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) }
    }
    return nil
  }
}
