import Foundation
import TestSupport
import Testing

/// Nobody is sent the same twice and no alert is lost, wherever workers, API, pollers and database are
/// killed.
@Suite(.serialized) struct DeliveryKillTests {
  private typealias Phase = DeliveryKillHarness.Phase

  /// How many times is killed: more than the default in long runs.
  private static let kills =
    ProcessInfo.processInfo.environment["BIZCOMMS_KILLS"].flatMap(Int.init) ?? 40

  /// Phases in turn, those around a send most often.
  private static func phases(_ count: Int) -> [Phase] {
    let round: [Phase] = [
      .claim, .send, .record, .random, .api, .claim, .send, .record, .random, .database, .poller,
    ]
    return (0..<count).map { round[$0 % round.count] }
  }

  private func executable(_ name: String) throws -> String {
    try PackageBuild(of: APIProcessTests.Anchor.self).executable(name)
  }

  @Test func `everybody is sent every alert once, wherever the cell is killed`() async throws {
    let harness = DeliveryKillHarness(
      program: try executable("bizcomms-worker"),
      arguments: { twilio in
        [
          "run", "--lease", "6", "--send-limit", "2", "--attempts", "100", "--twilio-url", twilio,
        ]
      }, phases: Self.phases(Self.kills), recipients: 10, lease: .seconds(6), faultRate: 0.005)
    let outcome = try await harness.run()
    print(outcome.summary)
    #expect(outcome.accepted.count >= Self.kills)
    #expect(outcome.lost == [])
    #expect(outcome.invented == [])
    #expect(outcome.repeated == 0)
    #expect(outcome.unsettled == [:])
    // A time, which says nothing where other tests keep the machine busy: long runs have it to themselves.
    if Self.kills >= 100 { #expect(outcome.unknownAfterLease == 0) }
    #expect(outcome.dead == 0)
    #expect(!outcome.faults.isEmpty)
  }

  @Test func `a worker that sends before it claims is found out`() async throws {
    let harness = DeliveryKillHarness(
      program: try executable("naive-worker"), arguments: { ["--twilio-url", $0] },
      phases: [.send, .record, .send, .record, .send, .record], recipients: 10,
      lease: .seconds(3), patience: .seconds(40), faultRate: 0)
    let outcome = try await harness.run()
    print(outcome.summary)
    #expect(outcome.repeated > 0 || !outcome.lost.isEmpty)
  }
}
