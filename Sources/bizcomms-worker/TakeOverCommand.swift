import AlertStores
import ArgumentParser
import CellContract
import Foundation
import Logging
import SQL
import ServiceRuntime

/// Takes over what a lost cell had to do.
struct TakeOverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-over", abstract: "Take over the deliveries of a cell that was lost.",
    discussion: """
      Give it the cell's name when its region is lost and its workers are stopped, and the database's \
      writer is here or has been moved: all its alerts, events and batches that are not done become this \
      cell's. What the lost cell may have sent is looked up at Twilio before anything is sent, so nobody \
      is told twice. For that what was under way must have arrived, so it waits first, for as long as a \
      worker's claim holds. Alerts that had not reached this copy of the database are lost.

      Example:
        bizcomms-worker take-over cell-use1-01
      """)

  @Argument(help: "The cell that was lost.")
  var lostCell: String

  @Option(help: "Seconds to wait first: the --lease of the lost cell's workers.")
  var lease = 30.0

  func validate() throws {
    guard lease >= 0 else { throw ValidationError("--lease \(lease) must be 0 or more") }
  }

  func run() async throws {
    let lost = lostCell
    let lease = lease
    try await ServiceProcess.run(.worker, using: WorkerResources.self) { process, live in
      let cell = process.backend.cell
      guard lost != cell else {
        throw ValidationError("\(lost) is this very cell; name the one that was lost")
      }
      process.logger.notice("waiting \(lease) s for what is under way to \(lost)'s recipients")
      try await Task.sleep(for: .seconds(lease))
      let taken = try await Self.retrying(process.logger) { [database = try live.database] in
        try await Rehoming(database).takeOver(from: lost, to: cell, at: Date())
      }
      process.logger.notice(
        """
        taken over from \(lost): \(taken.alerts) alerts, \(taken.events) events, \
        \(taken.batches) batches
        """)
    }
  }

  /// Where a region is lost, a database may be slow to answer: it is asked for a minute or so. Doing it
  /// twice does nothing more.
  private static func retrying<Value>(
    _ logger: Logger, _ body: () async throws -> Value
  ) async throws -> Value {
    for _ in 0..<10 {
      do {
        return try await body()
      } catch let error as SQLError where [.conflict, .unavailable, .timeout].contains(error.kind) {
        logger.warning("the database doesn't answer; it is asked again: \(error.message)")
        try await Task.sleep(for: .seconds(5))
      }
    }
    return try await body()
  }
}
