import CellEditing
import SourceLocations

/// Writes a new cell, or says why not.
struct NewCellResult {
  let request: NewCellRequest
  let sources: CellSources
  let isDryRun: Bool

  /// Does what `plan` says.
  func outcome(of plan: NewCellPlan) throws(UneditableSources) -> Outcome {
    switch plan {
    case .present(let place):
      var outcome = Outcome(text: "\(position(place)) has \(request.name) already")
      outcome.report.editing = Report.Editing(cell: cell(at: place, isPresent: true))
      return outcome
    case .refused(let diagnostics):
      var outcome = Outcome(
        diagnostics: diagnostics, problem: "cells/ is as it was", isFailure: true)
      outcome.report.editing = Report.Editing()
      return outcome
    case .edited(let edit):
      return try write(edit)
    }
  }

  private func write(_ edit: NewCellEdit) throws(UneditableSources) -> Outcome {
    if !isDryRun { try sources.write(edit.texts) }
    let differences = sources.differences(to: edit.texts)
    let network = "10.\(edit.index).0.0/16"
    var lines = differences.map(\.text)
    lines += edit.additions.map { addition in
      "its block is needed: without it \(addition.message)"
    }
    if !edit.isChecked {
      lines.append("no other cell has its shape, so the rules see it when you run `make generate`")
    }
    lines.append(
      isDryRun
        ? "\(request.name) would be a \(edit.role) on \(network); cells/ is as it was"
        : "\(position(edit.place)) has \(request.name), a \(edit.role) on \(network); "
          + "now run `make generate`")
    var outcome = Outcome(
      text: lines.joined(separator: "\n"), isDifference: true, diagnostics: edit.warnings)
    var cell = cell(at: edit.place, isPresent: false)
    cell.index = edit.index
    cell.role = "\(edit.role)"
    outcome.report.editing = Report.Editing(
      isWritten: !isDryRun, files: differences.map(Report.EditedFile.init), cell: cell)
    return outcome
  }

  private func cell(at place: SourceLocation, isPresent: Bool) -> Report.NewCell {
    Report.NewCell(
      name: request.name, environment: request.environment,
      place: Report.Place(place, relativeTo: BuiltPackage.directory), isPresent: isPresent)
  }

  /// `cells/Production.swift:20`
  private func position(_ place: SourceLocation) -> String {
    "\(sources.shortPath(place.file)):\(place.line)"
  }
}

extension Report.EditedFile {
  /// A file with what an edit changes in it.
  init(_ difference: UnifiedDifference) {
    self.init(path: difference.path, difference: difference.text)
  }
}

extension Outcome {
  /// The files of `cells/` can't be read as Swift.
  init(_ failure: EditingFailure) {
    let problem = failure.problem(relativeTo: BuiltPackage.directory)
    self.init(
      problem: "error: \(problem)\n  fix: run `make generate`, which says more, then this again",
      isFailure: true)
    report.editing = Report.Editing(failure: problem)
  }

  /// The files of `cells/` can't be read or written.
  init(_ failure: UneditableSources) {
    self.init(problem: "error: \(failure.problem)\n  fix: \(failure.fix)", isFailure: true)
    report.editing = Report.Editing(failure: "\(failure.problem); \(failure.fix)")
  }
}
