import AlertAPI
import AlertStores
import ArgumentParser
import CellContract
import DeliveryWorker
import EmbeddedBackend
import Foundation
import Hummingbird
import Logging
import ServiceRuntime

/// The whole application on one machine, on parts that it brings along.
@main struct Laptop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bizcomms",
    abstract: "Run the alert application on this machine.",
    discussion: """
      No account and no server is needed: alerts and recipients are kept in SQLite, messages in queues \
      that behave as those of SQS do, all in one folder. Only this machine can reach it.

      Nobody is called and no text goes out: a simulated Twilio prints what it is given, and reports it as \
      delivered a moment later.

      New stories of Hacker News are told to recipients with the tag tech or news; where it can't be \
      reached, made-up stories are.

      The first run draws an API key and prints it, once.
      """)

  @Option(help: "The folder that keeps everything between runs.")
  var data = ".bizcomms"

  @Option(help: "The TCP port, on 127.0.0.1.")
  var port = ServiceName.api.contract.port

  @Flag(help: "Tell made-up stories, also where Hacker News can be reached.")
  var sampleFeed = false

  @Flag(help: "Answer requests alone: nothing is delivered, and nobody looks for stories.")
  var apiOnly = false

  func validate() throws {
    guard (1...65_535).contains(port) else {
      throw ValidationError("--port \(port) is no TCP port; give one from 1 to 65535")
    }
  }

  func run() async throws {
    let address = "http://127.0.0.1:\(port)"
    let backend = try await EmbeddedBackend(folder: data, apiURL: address)
    for step in try await Schema.migrate(try backend.database(.alerts)) {
      say("prepared the database: \(step)")
    }
    try FirstRun(folder: data, say: say).prepare()

    let log = "\(data)/log.jsonl"
    let lines = try LineOutput(appendingTo: log)
    let logger = Logger(label: "bizcomms") { label in
      JSONLogHandler(label: label, cell: backend.cell, service: .api, output: lines)
    }
    let service = try AlertService(
      Live(APIResources.self, on: backend), cell: backend.cell,
      metrics: MetricRecorder(cell: backend.cell, service: .api, output: lines),
      logger: logger)
    let port = port
    let data = data
    if apiOnly {
      say("BizComms runs at \(address), its API alone; Ctrl-C ends it")
      try await service.application(host: "127.0.0.1", port: port).runService()
      return
    }
    let pollers = LaptopPoller(
      backend: backend, lines: lines, wantsSample: sampleFeed, say: say)
    try await pollers.serving { poller in
      try await ConsoleTwilio(folder: data, apiURL: address, say: say).serving { twilio in
        let metrics = MetricRecorder(cell: backend.cell, service: .worker, output: lines)
        let worker = try DeliveryWorker(
          Live(WorkerResources.self, on: backend), cell: backend.cell, twilio: twilio,
          metrics: metrics,
          logger: Logger(label: "bizcomms") { label in
            JSONLogHandler(label: label, cell: backend.cell, service: .worker, output: lines)
          })
        say(
          "BizComms runs at \(address); its data is in \(data), its log in \(log); Ctrl-C ends it")
        try await service.application(
          host: "127.0.0.1", port: port, beside: [worker, FlushMetrics(metrics)] + poller
        ).runService()
      }
    }
  }

  /// Tells the person at the terminal, at once even where the output is a file.
  @Sendable private func say(_ line: String) {
    LineOutput(file: STDOUT_FILENO).write(Array(line.utf8))
  }
}
