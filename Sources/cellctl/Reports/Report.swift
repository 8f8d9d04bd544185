import Foundation
import SourceLocations

/// What `--format json` prints: one object; members that a command has nothing to do with are left
/// out. `docs/command-line.md` describes it.
struct Report: Encodable {
  /// Errors and warnings of the cells, sorted by place.
  var diagnostics: [Entry] = []
  /// What `generate` did or found.
  var generation: Generation?
  /// The fleet's cells, or the one that was asked for.
  var cells: [CellSummary]?
  /// What `cost` found.
  var cost: CostReport?

  /// A diagnostic.
  struct Entry: Encodable {
    let severity: String
    let rule: String
    let place: Place
    let message: String
    let fix: String
    let notes: [Note]
  }

  /// A second place that explains a diagnostic.
  struct Note: Encodable {
    let place: Place
    let message: String
  }

  /// A place in the source, below the package's folder.
  struct Place: Encodable {
    let file: String
    let line: Int
    let column: Int

    init(_ location: SourceLocation, relativeTo directory: String) {
      file = location.path(relativeTo: directory)
      line = location.line
      column = location.column
    }
  }

  /// What came of writing or comparing the folder of generated files.
  struct Generation: Encodable {
    /// The folder, as messages call it; paths are relative to it.
    let folder: String
    /// How many files it should hold, manifests included.
    let files: Int
    /// Files that were written or removed or, with `--check`, would be.
    let changes: [Change]
    /// Reasons for which nothing was written or, with `--check`, would be.
    let conflicts: [Conflict]
    /// Files among `changes` whose edits are gone.
    var discarded: [String] = []
    /// Whether a killed run was undone first.
    var undidKilledRun = false
    /// What the file system refused, or that another run was at it; with the fix.
    var failure: String?
  }

  /// A file that changes.
  struct Change: Encodable {
    let kind: String
    let path: String
  }

  /// A file or folder that is not ours to change.
  struct Conflict: Encodable {
    let kind: String
    let path: String
    let problem: String
    let fix: String
  }

  /// The report as indented JSON with sorted keys.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
