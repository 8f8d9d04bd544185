import ArgumentParser
import GeneratedFiles
import SourceLocations

/// Writes or compares `out/` and says what came of it.
struct GenerateReport {
  /// How the folder is called in messages.
  let folder: String
  let warnings: [Diagnostic]
  let packageDirectory: String
  let format: OutputFormat

  func write(_ target: GeneratedFolder, _ tree: GeneratedTree, discardingEdits: Bool) throws {
    do {
      let report = try target.write(tree, discardingEdits: discardingEdits)
      var lines = report.discarded.map { "discarded the edits of \(folder)/\($0)" }
      if report.undidKilledRun { lines.insert("undid what a killed run had written", at: 0) }
      lines += report.changes.map { "\($0.kind.past) \(folder)/\($0.path)" }
      let total = counted(tree.paths.count, "file")
      lines.append(
        report.changes.isEmpty
          ? "\(folder)/ is up to date (\(total))"
          : "\(folder)/ holds \(total), \(report.changes.count) changed")
      try emit(lines, changes: report.changes, conflicts: [])
    } catch let failure as GeneratedFolderError {
      try fail(failure)
    }
  }

  func check(_ target: GeneratedFolder, _ tree: GeneratedTree) throws {
    do {
      let report = try target.check(tree)
      var lines = report.changes.map { "\(folder)/\($0.path) \($0.kind.difference)" }
      lines += report.conflicts.map { $0.text(in: folder) }
      lines.append(
        report.isUpToDate
          ? "\(folder)/ is up to date (\(counted(tree.paths.count, "file")))"
          : "\(folder)/ is not what the cells say\n  fix: run `make generate` and commit the result")
      try emit(lines, changes: report.changes, conflicts: report.conflicts)
      if !report.isUpToDate { throw ExitCode.failure }
    } catch let failure as GeneratedFolderError {
      try fail(failure)
    }
  }

  private func emit(
    _ lines: [String], changes: [FileChange], conflicts: [FileConflict]
  ) throws {
    let diagnostics = DiagnosticReport(warnings, relativeTo: packageDirectory)
    switch format {
    case .text:
      if !warnings.isEmpty { StandardError.write(diagnostics.text) }
      print(lines.joined(separator: "\n"))
    case .json:
      let report = Report(
        diagnostics: diagnostics.entries,
        changes: changes.map { Report.Change(kind: $0.kind.rawValue, path: $0.path.text) },
        conflicts: conflicts.map(Report.Conflict.init))
      print(try report.json())
    }
  }

  private func fail(_ failure: GeneratedFolderError) throws -> Never {
    switch (format, failure) {
    case (.json, .conflicts(let conflicts, _)):
      try emit([], changes: [], conflicts: conflicts)
    case (.text, _), (.json, _):
      StandardError.write("error: \(failure)")
    }
    throw ExitCode.failure
  }
}

extension FileChange.Kind {
  fileprivate var past: String {
    switch self {
    case .create: "wrote"
    case .replace: "rewrote"
    case .remove: "removed"
    }
  }

  fileprivate var difference: String {
    switch self {
    case .create: "is missing"
    case .replace: "differs"
    case .remove: "is no longer generated"
    }
  }
}

extension Report.Conflict {
  fileprivate init(_ conflict: FileConflict) {
    self.init(path: conflict.path.text, problem: conflict.problem, advice: conflict.advice)
  }
}
