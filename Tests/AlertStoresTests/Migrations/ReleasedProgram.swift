import Foundation
import SQL
import ServiceTestSupport
import Testing

@testable import AlertStores

/// What the last release sends to the database, and the steps that it applied: `released.json`.
///
/// It is recorded when `Release` of production changes, and at no other time: so it is what runs while the
/// next release goes out, however much has changed since. To record it anew for the same release, delete it.
struct ReleasedProgram: Codable {
  /// As `Release("0.1.0")` has it.
  let release: String
  /// What each step does, by version from 1.
  let steps: [String]
  let statements: [RecordedStatement]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let file = folder.appending(path: "released.json")

  /// What is recorded; recorded now under `RECORD_GOLDENS=1`, where it is that of another release.
  static func current() async throws -> ReleasedProgram {
    let cells = folder.appending(path: "../../../cells/Production.swift")
    let match = try String(contentsOf: cells, encoding: .utf8).firstMatch(
      of: #/Release\("([^"]+)"\)/#)
    let release = String(try #require(match).output.1)
    if FileManager.default.fileExists(atPath: file.path) {
      let recorded = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
      if recorded.release == release { return recorded }
    }
    try #require(
      ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1",
      "\(file.path) isn't of release \(release); record it: RECORD_GOLDENS=1")
    let new = ReleasedProgram(
      release: release, steps: Migration.all.map(\.text),
      statements: try await RecordedStatement.all())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(new).write(to: file, options: .atomic)
    return new
  }

  /// What would break the release, or stop it, while `steps` are applied; its own steps are before them.
  ///
  /// PostgreSQL itself says so. The release's statements are run, so that they are prepared, and run again
  /// behind each step, on the same connection. And a step must scan no table that was there before it: that
  /// is what checks, rewrites, indexes and backfills do, all of them under locks that keep writers off.
  func problems(of steps: [Migration]) async throws -> [String] {
    try await TestDatabase.postgreSQL.withRunning(connections: 1) { database in
      let own = Migration.all.prefix(self.steps.count)
      _ = try await Schema.migrate(database, grantingTo: nil, steps: Array(own))
      var problems = try await replay(on: database).map { ["release \(release): \($0)"] } ?? []
      for step in steps {
        let watched = WatchedDatabase(database)
        _ = try await Schema.migrate(watched, grantingTo: nil, steps: [step])
        problems += watched.scanned.map { "step \(step.title) scans \($0)" }
        if let problem = try await replay(on: database) {
          problems.append("behind step \(step.title), release \(release): \(problem)")
        }
      }
      return problems
    }
  }

  private struct Undone: Error {}

  /// Sends every statement, and undoes what they did; what was wrong.
  private func replay(on database: any SQLDatabase) async throws -> String? {
    let statements = statements
    do {
      try await database.write { session in
        for statement in statements {
          let rows = try statement.replay(in: session)
          guard rows == statement.rows else { throw OtherRows(statement: statement, rows: rows) }
        }
        throw Undone()
      }
    } catch is Undone {
      return nil
    } catch let error as OtherRows {
      return "\(error.rows) rows and not \(error.statement.rows): \(error.statement.sql)"
    } catch let error as SQLError {
      return error.message
    }
    return nil
  }

  private struct OtherRows: Error {
    let statement: RecordedStatement
    let rows: Int
  }
}

extension Migration {
  /// All that is applied.
  var text: String {
    switch change {
    case .script(let script): "\(title)\n\(script)"
    case .index(let index, let columns): "\(title)\n\(index) on \(columns)"
    }
  }
}
