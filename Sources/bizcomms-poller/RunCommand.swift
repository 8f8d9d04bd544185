import AlertStores
import ArgumentParser
import CellContract
import Foundation
import JSONText
import Logging
import SQL
import ServiceHealth
import ServiceLifecycle
import ServiceRuntime
import StoryPoller
import UnixSignals

/// Polls until it is told to end, or whenever Lambda says so.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Tell of new stories (what it does without a subcommand).",
    discussion: """
      As a pod it does a round every five minutes; among the pollers of all cells a lease lets one work at \
      a time. As an AWS Lambda function, which it sees by the variable \(LambdaRuntime.variable), it does \
      a round for each invocation. \(PollerSettings.hackerNewsURLVariable) names another place than \
      \(PollerSettings.hackerNewsURL), for trials.
      """)

  @Option(help: "The address to answer health checks at.")
  var host = "0.0.0.0"

  @Option(help: "Seconds from one round to the next, of a pod.")
  var interval = 300

  @Option(help: "Seconds after which a poller that was killed is missed.")
  var lease = 60.0

  func validate() throws {
    guard interval > 0 else { throw ValidationError("--interval \(interval) must be above 0") }
    guard lease >= 1 else { throw ValidationError("--lease \(lease) must be 1 or more") }
  }

  func run() async throws {
    let host = host
    let transport = AsyncWebTransport()
    let environment = ProcessInfo.processInfo.environment
    let lambda = LambdaRuntime(environment: environment, transport: transport)
    let (interval, lease) = (interval, lease)
    do {
      try await ServiceProcess.run(
        .poller, using: PollerResources.self, environment: environment
      ) { process, live in
        let metrics = MetricRecorder(
          cell: process.backend.cell, service: .poller, output: process.output)
        var settings = try PollerSettings(environment: environment)
        settings.interval = .seconds(interval)
        settings.lease = lease
        let poller = try StoryPoller(
          live, cell: process.backend.cell, settings: settings,
          effects: PollerEffects(transport: transport), metrics: metrics, logger: process.logger)
        if let lambda {
          let function = PollerFunction(poller, metrics: metrics)
          try await lambda.run { await function.handle($0) }
          return
        }
        let database = try live.lease
        let health = Health(
          cell: process.backend.cell,
          checks: [Health.Check("database") { try await Schema.check(database) }],
          logger: process.logger)
        let server = HealthServer(
          of: .poller, health: health, host: host, port: process.port, logger: process.logger)
        try await ServiceGroup(
          // The last one is told first that the service ends, and the server last.
          services: [server, poller, FlushMetrics(metrics), StopNotice(health: health)],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: process.logger
        ).run()
      }
    } catch {
      await tell(error, to: lambda)
      try await transport.shutdown()
      throw error
    }
    try await transport.shutdown()
  }

  /// Lambda shows why a function could not begin, where it is told.
  private func tell(_ error: any Error, to lambda: LambdaRuntime?) async {
    guard let lambda, !(error is LambdaRuntime.Broken), !(error is WebFailure) else { return }
    do {
      try await lambda.failInitialization(
        LambdaRuntime.Failure(type: "Poller.CannotBegin", message: "\(error)"))
    } catch {
      // The log says it already.
    }
  }
}
