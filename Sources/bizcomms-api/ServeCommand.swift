import AlertAPI
import ArgumentParser
import CellContract
import Hummingbird
import ServiceRuntime

/// Answers requests until it is told to end.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Answer requests (what it does without a subcommand).")

  @Option(help: "The address to listen on.")
  var host = "0.0.0.0"

  func run() async throws {
    let host = host
    try await ServiceProcess.run(.api, using: APIResources.self) { process, live in
      let service = try AlertService(
        live, cell: process.backend.cell,
        metrics: MetricRecorder(
          cell: process.backend.cell, service: .api, output: process.output),
        logger: process.logger)
      try await service.application(host: host, port: process.port).runService()
    }
  }
}
