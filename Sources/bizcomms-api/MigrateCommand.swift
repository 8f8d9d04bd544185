import AlertStores
import ArgumentParser
import CellContract
import Logging
import ServiceRuntime

/// Brings the database to what this program was made for.
struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring the database's tables to what this program needs.",
    discussion: """
      Runs before a release, at the cluster that writes, with the role that owns the tables. Several may \
      run at once: one does the work. The release before goes on working meanwhile: a step that can't lock \
      its table within a second lets others through and tries again, 20 times. An index is built beside \
      readers and writers, and waits for transactions that are older, as long as they last. What was applied stays, so it \
      may be ended at any time, and run again.
      """)

  func run() async throws {
    try await ServiceProcess.run(.api, using: MigrationResources.self) { process, live in
      let migrated = try live.database
      let applied = try await Schema.migrate(
        migrated.database, grantingTo: try await migrated.applicationRole())
      process.logger.info(
        applied.isEmpty
          ? "the database is at version \(Schema.version) already"
          : "applied to the database: \(applied.joined(separator: "; "))")
    }
  }
}
