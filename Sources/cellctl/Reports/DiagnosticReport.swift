import CellPrimitives
import SourceLocations

/// Diagnostics as people or programs read them.
struct DiagnosticReport {
  private let diagnostics: [Diagnostic]
  private let directory: String

  /// Reports `diagnostics` in their order, with places relative to `directory`.
  init(_ diagnostics: [Diagnostic], relativeTo directory: String) {
    self.diagnostics = diagnostics
    self.directory = directory
  }

  /// Every diagnostic as a compiler prints one, and a last line that counts them; empty for none.
  func text(_ ink: Ink = .none) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    let summary = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map(counted)
    let blocks = diagnostics.map { $0.text(relativeTo: directory, styled: ink.styled) }
    return (blocks + [summary.joined(separator: ", ")]).joined(separator: "\n")
  }

  /// The same for programs.
  var entries: [Report.Entry] {
    diagnostics.map { diagnostic in
      Report.Entry(
        severity: diagnostic.severity.rawValue, rule: diagnostic.rule,
        place: Report.Place(diagnostic.location, relativeTo: directory),
        message: diagnostic.message, fix: diagnostic.fix.text,
        isFixable: !diagnostic.fix.edits.isEmpty,
        notes: diagnostic.notes.map {
          Report.Note(place: Report.Place($0.location, relativeTo: directory), message: $0.message)
        })
    }
  }
}
