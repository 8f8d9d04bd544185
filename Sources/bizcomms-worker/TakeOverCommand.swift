import AlertStores
import ArgumentParser
import CellContract
import Foundation
import Logging
import ServiceRuntime

/// Takes over what a lost cell had to do.
struct TakeOverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take-over", abstract: "Take over the deliveries of a cell that was lost.",
    discussion: """
      Give it the cell's name when its region is lost and its workers are stopped, and the database's \
      writer is here or has been moved: all its alerts, events and batches that are not done become this \
      cell's. What the lost cell may have sent is looked up at Twilio before anything is sent, so nobody \
      is told twice. Alerts that had not reached this copy of the database are lost.

      Example:
        bizcomms-worker take-over cell-use1-01
      """)

  @Argument(help: "The cell that was lost.")
  var lostCell: String

  func run() async throws {
    let lost = lostCell
    try await ServiceProcess.run(.worker, using: WorkerResources.self) { process, live in
      let cell = process.backend.cell
      guard lost != cell else {
        throw ValidationError("\(lost) is this very cell; name the one that was lost")
      }
      let taken = try await Rehoming(try live.database).takeOver(
        from: lost, to: cell, at: Date())
      process.logger.notice(
        """
        taken over from \(lost): \(taken.alerts) alerts, \(taken.events) events, \
        \(taken.batches) batches
        """)
    }
  }
}
