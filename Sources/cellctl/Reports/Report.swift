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
  /// What `facts` lists.
  var facts: [FactReport.Entry]?
  /// What `diff` found.
  var difference: DifferenceReport?
  /// What `graph` draws.
  var graph: GraphReport?
  /// What `explain` knows of a block.
  var explanation: Explanation?
  /// What `explain` knows of a rule.
  var rule: RuleEntry?
  /// What `new-cell` or `fix` did to `cells/`, or with `--dry-run` would do.
  var editing: Editing?

  /// A diagnostic.
  struct Entry: Encodable {
    let severity: String
    let rule: String
    let place: Place
    let message: String
    let fix: String
    /// Whether `cellctl fix` can do what the fix says.
    let isFixable: Bool
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

  /// Changes of the Swift in `cells/`.
  struct Editing: Encodable {
    /// Whether the files were written.
    var isWritten = false
    /// The files that differ, with the difference as `diff -u` prints it.
    var files: [EditedFile] = []
    /// The cell that `new-cell` wrote or found.
    var cell: NewCell?
    /// The diagnostics whose fixes `fix` applied.
    var fixed: [Entry]?
    /// Why nothing was written where the file system or a change of the files was in the way.
    var failure: String?
  }

  /// A block of a Terraform root.
  struct Explanation: Encodable {
    let address: String
    let environment: String
    /// The root's folder below the environment's `terraform/`.
    let root: String
    let component: String
    /// The file that holds it, below `out/`.
    let file: String
    let reason: String
    let origin: Origin
    /// Lines that changed its arguments.
    let amendments: [Origin]
    let refersTo: [Link]
    let usedBy: [Link]
  }

  /// A rule of the description.
  struct RuleEntry: Encodable {
    let name: String
    /// What it demands, a sentence without a full stop.
    let demand: String
    /// Arguments that it answers for, which `Amend` must not touch.
    let guards: [Guard]
    /// Where to read why, in the package.
    let page: String
  }

  /// An argument of a Terraform resource that is set in another way than by `Amend`.
  struct Guard: Encodable {
    let type: String
    let argument: String
    /// What to write, in words.
    let instead: String
  }

  /// A line of `cells/` that causes something.
  struct Origin: Encodable {
    let place: Place
    /// Which part of the description it is, for people.
    let layer: String?
    /// What is written there; empty where that can't be read.
    let source: [String]
  }

  /// A block that is used, or that uses.
  struct Link: Encodable {
    let address: String
    let environment: String
    let root: String
    /// Whether it is by a published name and not by the address.
    let isRead: Bool
  }

  /// A file that is edited.
  struct EditedFile: Encodable {
    let path: String
    let difference: String
  }

  /// A cell that was asked for.
  struct NewCell: Encodable {
    let name: String
    let environment: String
    let place: Place
    /// Whether it was there before.
    let isPresent: Bool
    /// The number of its network; left out where the cell was there before.
    var index: Int?
    /// Left out where the cell was there before.
    var role: String?
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
