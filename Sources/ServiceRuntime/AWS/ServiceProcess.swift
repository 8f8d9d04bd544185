import AWSClient
public import CellContract
public import Foundation
public import Logging

/// A service as a process of a cell: its log on the standard output, its resources in AWS.
public struct ServiceProcess: Sendable {
  /// The service's resources.
  public let backend: AWSBackend
  /// Writes lines of JSON.
  public let logger: Logger
  /// Where lines and metrics go.
  public let output: LineOutput
  /// The TCP port that the service listens on.
  public let port: Int

  /// Runs `body` with what the environment says.
  ///
  /// Throws ``MissingConfiguration`` or `AWSConfigurationError` before anything is reached, where the
  /// environment is not what the contract asks for.
  public static func run<Resources: ServiceResources>(
    _ service: ServiceName, using resources: Resources.Type,
    environment: [String: String] = ProcessInfo.processInfo.environment,
    _ body: @Sendable (ServiceProcess, Live<Resources>) async throws -> Void
  ) async throws {
    let output = LineOutput(file: STDOUT_FILENO)
    let cell = environment[RuntimeVariable.cell.rawValue] ?? ""
    let settings = Result { try LogSettings(environment: environment) }
    let logged = (try? settings.get()) ?? LogSettings()
    var logger = Logger(label: service.contract.workload) { label in
      JSONLogHandler(
        label: label, cell: cell, service: service, output: output,
        debugSampling: logged.debugSampling)
    }
    logger.logLevel = logged.level
    let transport = AsyncHTTPTransport()
    do {
      _ = try settings.get()
      let client = AWSClient(
        try AWSConfiguration(environment: environment), transport: transport, logger: logger)
      let backend = try AWSBackend(
        service, using: resources, environment: environment, client: client, logger: logger)
      let live = try Live(resources, on: backend)
      let process = ServiceProcess(
        backend: backend, logger: logger, output: output,
        port: try port(of: service, in: environment))
      try await body(process, live)
      await backend.close()
    } catch {
      // The log is where people look: whoever reads it learns why the process ended.
      logger.critical("\(service.contract.workload) ends: \(error)")
      try await transport.shutdown()
      throw error
    }
    try await transport.shutdown()
  }

  private static func port(
    of service: ServiceName, in environment: [String: String]
  ) throws(MissingConfiguration) -> Int {
    guard let text = environment[RuntimeVariable.port.rawValue] else {
      return service.contract.port
    }
    guard let port = Int(text), (1...65_535).contains(port) else {
      throw MissingConfiguration([
        .init(
          key: RuntimeVariable.port.rawValue,
          problem: "is `\(text)`; set it to a TCP port, 1 to 65535")
      ])
    }
    return port
  }
}
