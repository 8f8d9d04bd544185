import ServiceTestSupport
import Testing

@testable import AlertStores

/// What the next release's steps do to the release that runs while they are applied.
@Suite(.runningPostgreSQL) struct ReleaseSafetyTests {
  @Test func `no step breaks or stops the release that runs`() async throws {
    let released = try await ReleasedProgram.current()
    let own = Migration.all.prefix(released.steps.count).map(\.text)
    #expect(
      released.steps == own,
      "a step that release \(released.release) has applied was changed; add a step instead")
    #expect(try await released.problems(of: Array(Migration.all.dropFirst(own.count))) == [])
  }

  /// A step that is as it should be.
  struct Good: CustomTestStringConvertible {
    let testDescription: String
    let step: Migration

    init(_ name: String, _ script: String) {
      testDescription = name
      step = Migration(version: 1000, name: name, script: script)
    }

    init(_ name: String, index: String, on columns: String) {
      testDescription = name
      step = Migration(version: 1000, name: name, index: index, on: columns)
    }

    static let all = [
      Good("column", "ALTER TABLE alerts ADD COLUMN note text"),
      Good("default", "ALTER TABLE alerts ADD COLUMN weight bigint NOT NULL DEFAULT 1"),
      Good(
        "table",
        """
        CREATE TABLE notes (
          alert_id text PRIMARY KEY REFERENCES alerts (alert_id), note text UNIQUE
        );
        CREATE INDEX notes_note ON notes (note);
        """),
      Good("no longer required", "ALTER TABLE alerts ALTER COLUMN total_recipients DROP NOT NULL"),
      Good("index", index: "alerts_title", on: "alerts (title, alert_id)"),
    ]
  }

  @Test(arguments: Good.all)
  func `a step that only adds is let through`(good: Good) async throws {
    #expect(try await ReleasedProgram.current().problems(of: [good.step]) == [])
  }

  /// A step that must not be, and what is said of it.
  struct Broken: CustomTestStringConvertible {
    let script: String
    let problem: String
    var testDescription: String { script }

    init(_ script: String, _ problem: String) {
      self.script = script
      self.problem = problem
    }

    static let all = [
      Broken("ALTER TABLE alerts DROP COLUMN title", #"column "title" of relation "alerts""#),
      Broken("DROP TABLE leases", #"relation "leases" does not exist"#),
      Broken("ALTER TABLE alerts RENAME COLUMN title TO heading", #"column "title" of relation"#),
      Broken("ALTER TABLE leases RENAME TO locks", #"relation "leases" does not exist"#),
      Broken("ALTER TABLE alerts ALTER COLUMN title TYPE varchar(9)", "scans alerts"),
      Broken(
        "ALTER TABLE alerts ALTER COLUMN total_recipients SET NOT NULL",
        #"column "total_recipients""#),
      Broken("ALTER TABLE alerts ADD COLUMN note text NOT NULL", #"null value in column "note""#),
      Broken(
        "ALTER TABLE alerts ADD COLUMN made timestamptz NOT NULL DEFAULT clock_timestamp()",
        "scans alerts"),
      Broken("CREATE UNIQUE INDEX alerts_title ON alerts (title)", "scans alerts"),
      Broken("ALTER TABLE alerts ADD UNIQUE (title)", "scans alerts"),
      Broken("CREATE INDEX alerts_title ON alerts (title)", "scans alerts"),
      Broken("ALTER TABLE alerts ADD CHECK (version > 0)", "scans alerts"),
      Broken(
        "ALTER TABLE alerts ADD CONSTRAINT c CHECK (length(title) > 1) NOT VALID",
        #"violates check constraint "c""#),
      Broken("UPDATE alerts SET title = upper(title)", "scans alerts"),
      Broken(
        "SET LOCAL enable_seqscan = off; UPDATE alerts SET title = '' WHERE alert_id > 'a'",
        "scans alerts"),
      Broken("CREATE RULE r AS ON INSERT TO alerts DO INSTEAD NOTHING", "rows and not"),
    ]
  }

  @Test(arguments: Broken.all)
  func `a step that breaks or stops the release is found`(broken: Broken) async throws {
    let step = Migration(version: 1000, name: "broken", script: broken.script)
    let problems = try await ReleasedProgram.current().problems(of: [step])
    #expect(problems.contains { $0.contains(broken.problem) }, "\(problems)")
  }
}
