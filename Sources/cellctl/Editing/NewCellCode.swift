import CellDescription
import CellEditing
import CellModel
import CellPrimitives
import SourceLocations

/// A new cell with all that the request left open.
struct NewCellCode {
  let request: NewCellRequest
  let role: Cell.Role
  let index: Int
  let shape: String

  /// The element as it is written.
  private var code: String {
    "Cell(\"\(request.name)\", in: .\(swiftName(of: request.region.name)), role: .\(role), "
      + "index: \(index), shape: .\(shape))"
  }

  /// Writes the cell, asks the rules, and writes into its block what they say that it lacks.
  func plan(
    in situation: NewCellSituation, _ environment: NewCellSituation.BothEnvironments,
    editing texts: [String: String], on today: FactDate
  ) throws(EditingFailure) -> NewCellPlan {
    let file = environment.written.place
    let written = try Self.texts(
      texts, after: .write(code, in: file, called: request.environment))
    guard let place = try Self.place(of: request, in: written) else {
      throw .notThere(file, expected: "a block for `\(code)`")
    }
    let checked = check(at: place, in: situation, on: today)
    let found = (checked ?? []).sorted()
    let errors = found.filter { $0.severity == .error }
    let lacking = errors.filter { $0.canBeMended(at: place) }
    let others = errors.filter { !$0.canBeMended(at: place) }
    guard others.isEmpty else { return .refused(others) }
    var files = SourceFiles(written)
    for diagnostic in lacking { try files.apply(diagnostic.fix.edits) }
    return .edited(
      NewCellEdit(
        texts: files.texts, place: place, index: index, role: role, additions: lacking,
        warnings: found.filter { $0.severity == .warning }, isChecked: checked != nil))
  }

  /// What the rules say of the fleet with the cell at `place`; nil where its shape is not known.
  private func check(
    at place: SourceLocation, in situation: NewCellSituation, on today: FactDate
  ) -> [Diagnostic]? {
    guard let shape = situation.compiledShape(named: shape) else { return nil }
    let cell = Cell(request.name, in: request.region, role: role, index: index, shape: shape)
    let environments = situation.fleet.environments.map { environment in
      environment.map {
        $0.name == request.environment ? $0.adding(Placed(.cell(cell), at: place)) : $0
      }
    }
    do throws(InvalidFleet) {
      let fleet = Fleet {
        for environment in environments { environment.value }
      }
      return try ValidatedFleet(validating: fleet, on: today).warnings
    } catch {
      return error.diagnostics
    }
  }

  private static func texts(
    _ texts: [String: String], after fix: Fix
  ) throws(EditingFailure) -> [String: String] {
    var files = SourceFiles(texts)
    try files.apply(fix.edits)
    return files.texts
  }

  private static func place(
    of request: NewCellRequest, in texts: [String: String]
  ) throws(EditingFailure) -> SourceLocation? {
    try WrittenFleet(texts).environments.first { $0.name == request.environment }?
      .cells.first { $0.name == request.name }?.place
  }
}

extension Diagnostic {
  /// Whether the fix is to write something into the block of the cell at `place`, and nothing else.
  fileprivate func canBeMended(at place: SourceLocation) -> Bool {
    !fix.edits.isEmpty && fix.edits.allSatisfy { $0.kind == .include && $0.place == place }
  }
}
