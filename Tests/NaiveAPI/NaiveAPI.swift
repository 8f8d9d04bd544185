import AlertAPI
import AlertStores
import CellContract
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import ServiceRuntime

/// The API of a cell with a relay that forgets: it marks events before it publishes them. What looks for
/// lost events must find that this one loses some.
@main struct NaiveAPI {
  static func main() async throws {
    try await ServiceProcess.run(.api, using: APIResources.self) { process, live in
      let cell = process.backend.cell
      let service = try AlertService(
        live, cell: cell,
        metrics: MetricRecorder(cell: cell, service: .api, output: process.output),
        logger: process.logger)
      let relay = NaiveRelay(
        outbox: Outbox(try live.database, cell: cell), publisher: try live.events)
      try await service.application(host: "127.0.0.1", port: process.port, relay: relay)
        .runService()
    }
  }
}

private struct NaiveRelay: Service {
  let outbox: Outbox
  let publisher: any TopicPublisher

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          let entries = try await outbox.claim(limit: 20, at: Date())
          try await outbox.markPublished(entries.map(\.id), at: Date())
          for entry in entries { try await publisher.publish(TopicMessage(entry.message)) }
          try await Task.sleep(for: .milliseconds(50))
        } catch {
          continue
        }
      }
    }
  }
}
