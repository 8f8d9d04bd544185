import Foundation
import SourceLocations

/// What `--format json` prints: one object; members that a command has nothing for are left out.
struct Report: Encodable {
  var diagnostics: [Entry] = []
  /// Files that were written or, with `--check`, differ.
  var changes: [Change]?
  /// Reasons for which files were not written.
  var conflicts: [Conflict]?
  /// The fleet's cells, or the one that was asked for.
  var cells: [CellSummary]?

  struct Entry: Encodable {
    let severity: String
    let rule: String
    let place: Place
    let message: String
    let fix: String
    let notes: [Note]
  }

  struct Note: Encodable {
    let place: Place
    let message: String
  }

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

  struct Change: Encodable {
    let kind: String
    let path: String
  }

  struct Conflict: Encodable {
    let path: String
    let problem: String
    let advice: String
  }

  /// The report as indented JSON with sorted keys.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
