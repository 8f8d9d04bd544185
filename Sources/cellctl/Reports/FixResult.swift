import CellEditing
import SourceLocations

/// Applies fixes to `cells/`, and says which.
struct FixResult {
  let sources: CellSources
  let isDryRun: Bool

  /// Applies the fixes of `wanted`, as many as there are edits for; the rest of `found` is told.
  func outcome(
    fixing wanted: [Diagnostic], of found: [Diagnostic]
  ) throws(UneditableSources) -> Outcome {
    let fixable = Set(wanted.filter { !$0.fix.edits.isEmpty })
    if !fixable.isEmpty, let file = try sources.fileNewerThanBuild() {
      throw UneditableSources(
        "\(file) has changed since cellctl was built",
        fix: "run `make generate`, then this command again")
    }
    var files = SourceFiles(sources.texts)
    var fixed: Set<Diagnostic> = []
    var notes: [String] = []
    for diagnostic in fixable.sorted() {
      do throws(EditingFailure) {
        try files.apply(diagnostic.fix.edits)
        fixed.insert(diagnostic)
      } catch {
        notes.append("left for now: \(error.problem(relativeTo: BuiltPackage.directory))")
      }
    }
    if !isDryRun { try sources.write(files.texts) }
    return outcome(fixed: fixed, of: found, notes, files.texts)
  }

  private func outcome(
    fixed: Set<Diagnostic>, of found: [Diagnostic], _ notes: [String], _ texts: [String: String]
  ) -> Outcome {
    let differences = sources.differences(to: texts)
    let left = found.filter { !fixed.contains($0) }
    let count = "\(fixed.count) fix\(fixed.count == 1 ? "" : "es")"
    var lines = differences.map(\.text)
    lines += fixed.sorted().map { diagnostic in
      "\(diagnostic.location.description(relativeTo: BuiltPackage.directory)): \(diagnostic.fix)"
    }
    lines += notes
    lines.append(
      fixed.isEmpty
        ? "there is nothing to fix"
        : isDryRun
          ? "\(count) would be applied; cells/ is as it was"
          : "applied \(count); review them, then run `make generate`")
    var outcome = Outcome(
      text: lines.joined(separator: "\n"), isDifference: true, diagnostics: left,
      isFailure: left.contains { $0.severity == .error })
    outcome.report.editing = Report.Editing(
      isWritten: !isDryRun && !differences.isEmpty, files: differences.map(Report.EditedFile.init),
      fixed: DiagnosticReport(fixed.sorted(), relativeTo: BuiltPackage.directory).entries)
    return outcome
  }
}
