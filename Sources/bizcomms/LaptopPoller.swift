import CellContract
import EmbeddedBackend
import Foundation
import HackerNewsSimulator
import Logging
import ServiceLifecycle
import ServiceRuntime
import StoryPoller

/// The poller of a laptop: of Hacker News, or of made-up stories where that can't be reached.
struct LaptopPoller {
  let backend: EmbeddedBackend
  let lines: LineOutput
  /// Whether made-up stories are wanted in any case.
  let wantsSample: Bool
  let say: @Sendable (String) -> Void

  /// How long Hacker News may take to answer before its place is taken.
  private static let patience = Duration.seconds(5)
  /// From one made-up story to the next, and from one look at them to the next, in seconds.
  private static let step = 60

  /// Gives `body` what is to run beside the API.
  func serving(_ body: @escaping @Sendable ([any Service]) async throws -> Void) async throws {
    let transport = AsyncWebTransport()
    do {
      try await serve(through: transport, body)
    } catch {
      try await transport.shutdown()
      throw error
    }
    try await transport.shutdown()
  }

  private func serve(
    through transport: AsyncWebTransport,
    _ body: @escaping @Sendable ([any Service]) async throws -> Void
  ) async throws {
    let settings = try PollerSettings(environment: ProcessInfo.processInfo.environment)
    let effects = PollerEffects(transport: transport)
    if !wantsSample {
      guard let problem = await effects.problem(reaching: settings, within: Self.patience) else {
        say("stories come from \(settings.hackerNews), every five minutes")
        return try await body(try services(settings, effects))
      }
      say("\(problem); a sample feed takes its place, with a made-up story every minute")
    } else {
      say("stories come from a sample feed: a made-up one every minute")
    }
    let sample = SampleFeed(since: Date(), every: TimeInterval(Self.step))
    try await HackerNewsSimulator(sample: sample).serving { address in
      var settings = PollerSettings(hackerNews: address, interval: .seconds(Self.step))
      // What is known of the real one, and its baseline, stay what they are.
      settings.feed = "sample"
      try await body(try services(settings, effects))
    }
  }

  private func services(
    _ settings: PollerSettings, _ effects: PollerEffects
  ) throws -> [any Service] {
    let metrics = MetricRecorder(cell: backend.cell, service: .poller, output: lines)
    let poller = try StoryPoller(
      Live(PollerResources.self, on: backend), cell: backend.cell, settings: settings,
      effects: effects, metrics: metrics,
      logger: Logger(label: "bizcomms") { [cell = backend.cell, lines] label in
        JSONLogHandler(label: label, cell: cell, service: .poller, output: lines)
      })
    return [poller, FlushMetrics(metrics)]
  }
}
