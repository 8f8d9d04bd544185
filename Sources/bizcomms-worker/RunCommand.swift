import AlertStores
import ArgumentParser
import CellContract
import DeliveryWorker
import Logging
import SQL
import ServiceHealth
import ServiceLifecycle
import ServiceRuntime
import Twilio
import UnixSignals

/// Delivers alerts until it is told to end.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Deliver alerts (what it does without a subcommand).",
    discussion: """
      What is being sent when it is told to end is sent and recorded; the rest is left to other workers.
      """)

  @Option(help: "The address to answer health checks at.")
  var host = "0.0.0.0"

  @Option(help: "Where Twilio's API is.")
  var twilioURL = TwilioClient.apiURL

  @Option(help: "Seconds after which a worker that was killed is missed.")
  var lease = 30.0

  @Option(help: "Seconds that one request to Twilio may take; less than half of --lease.")
  var sendLimit = 10.0

  @Option(help: "How many batches it works on at once.")
  var lanes = 4

  @Option(help: "How often a batch or a message is tried before it is put aside.")
  var attempts = 10

  func validate() throws {
    guard sendLimit > 0, sendLimit * 2 < lease else {
      throw ValidationError(
        "--send-limit \(sendLimit) must be above 0 and less than half of --lease \(lease)")
    }
    guard (1...64).contains(lanes) else {
      throw ValidationError("--lanes \(lanes) must be from 1 to 64")
    }
    guard attempts > 1 else { throw ValidationError("--attempts \(attempts) must be above 1") }
  }

  func run() async throws {
    let limits = WorkerLimits(
      lease: lease, sendLimit: sendLimit, lanes: lanes, interval: min(5, lease / 6),
      attempts: attempts)
    let twilioURL = twilioURL
    let host = host
    try await ServiceProcess.run(.worker, using: WorkerResources.self) { process, live in
      let metrics = MetricRecorder(
        cell: process.backend.cell, service: .worker, output: process.output)
      let transport = AsyncTwilioTransport()
      let worker = try DeliveryWorker(
        live, cell: process.backend.cell,
        twilio: TwilioClient(baseURL: twilioURL, transport: transport), limits: limits,
        metrics: metrics, logger: process.logger)
      let database = try live.database
      let health = Health(
        cell: process.backend.cell,
        checks: [Health.Check("database") { try await Schema.check(database) }],
        logger: process.logger)
      let server = HealthServer(
        of: .worker, health: health, host: host, port: process.port, logger: process.logger)
      let group = ServiceGroup(
        // The last one is told first that the service ends, and the server last.
        services: [server, worker, FlushMetrics(metrics), StopNotice(health: health)],
        gracefulShutdownSignals: [.sigterm, .sigint], logger: process.logger)
      do {
        try await group.run()
      } catch {
        try await transport.shutdown()
        throw error
      }
      try await transport.shutdown()
    }
  }
}
