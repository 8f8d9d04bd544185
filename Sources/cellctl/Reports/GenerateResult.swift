import CellPrimitives
import GeneratedFiles

/// Writes `out/`, or compares it with what it should hold, and says what came of it.
struct GenerateResult {
  /// How the folder is called in messages; without a slash at its end.
  let folder: String
  /// What the folder should hold.
  let trees: GeneratedTrees

  /// Makes `target` hold the trees; throws what they throw.
  func write(_ target: GeneratedFolder, discardingEdits: Bool) throws -> Outcome {
    do {
      return outcome(of: try target.write(trees, discardingEdits: discardingEdits))
    } catch let error as GeneratedFolderError {
      return outcome(of: error)
    }
  }

  /// Compares `target` with the trees; throws what they throw.
  func check(_ target: GeneratedFolder) throws -> Outcome {
    do {
      return outcome(of: try target.check(trees))
    } catch let error as GeneratedFolderError {
      return outcome(of: error)
    }
  }

  private func outcome(of report: WriteReport) -> Outcome {
    var lines = report.undidKilledRun ? ["undid what a killed run had written"] : []
    lines += report.discarded.map { "discarded the edits of \(folder)/\($0)" }
    lines += report.changes.map { "\($0.kind.past) \(folder)/\($0.path)" }
    lines.append(
      report.changes.isEmpty
        ? upToDate
        : "\(folder)/ holds \(counted(fileCount, "file")), \(report.changes.count) changed")
    var outcome = Outcome(text: lines.joined(separator: "\n"))
    outcome.report.generation = generation(report.changes)
    outcome.report.generation?.discarded = report.discarded.map(\.text)
    outcome.report.generation?.undidKilledRun = report.undidKilledRun
    return outcome
  }

  private func outcome(of report: CheckReport) -> Outcome {
    var outcome = Outcome(text: upToDate, isFailure: !report.isUpToDate)
    outcome.report.generation = generation(report.changes, report.conflicts)
    guard outcome.isFailure else { return outcome }
    outcome.text = report.changes.map { "\(folder)/\($0.path) \($0.kind.difference)" }
      .joined(separator: "\n")
    var problems = problems(report.conflicts)
    problems.append("error: \(folder)/ is not what the cells say")
    if !report.changes.isEmpty {
      problems.append("  fix: run `make generate` and commit the result")
    }
    outcome.problem = problems.joined(separator: "\n")
    return outcome
  }

  private func outcome(of error: GeneratedFolderError) -> Outcome {
    var outcome = Outcome(isFailure: true)
    if case .conflicts(let conflicts, _) = error {
      let lines = problems(conflicts) + ["\(folder)/ is as it was"]
      outcome.problem = lines.joined(separator: "\n")
      outcome.report.generation = generation([], conflicts)
    } else {
      outcome.problem = "error: \(error)"
      outcome.report.generation = generation([])
      outcome.report.generation?.failure = error.description
    }
    return outcome
  }

  private var fileCount: Int { trees.fileCount }

  private var upToDate: String { "\(folder)/ is up to date (\(counted(fileCount, "file")))" }

  private func problems(_ conflicts: [FileConflict]) -> [String] {
    conflicts.map { "error: \(folder)/\($0.path) \($0.problem)\n  fix: \($0.advice)" }
  }

  private func generation(
    _ changes: [FileChange], _ conflicts: [FileConflict] = []
  ) -> Report.Generation {
    Report.Generation(
      folder: folder, files: fileCount,
      changes: changes.map { Report.Change(kind: $0.kind.rawValue, path: $0.path.text) },
      conflicts: conflicts.map {
        Report.Conflict(
          kind: $0.kind.rawValue, path: $0.path.text, problem: $0.problem, fix: $0.advice)
      })
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
