import CellDescription
import CellEditing
import CellModel
import CellPrimitives
import SourceLocations

/// What `new-cell` comes to: pure, from what was compiled and what is written.
enum NewCellPlan {
  /// The cell is there as it is asked for.
  case present(at: SourceLocation)
  /// The cell can't be, or not so.
  case refused([Diagnostic])
  /// The cell is written.
  case edited(NewCellEdit)
}

/// The edited files and what they hold.
struct NewCellEdit {
  /// Every file, by the path of its places.
  let texts: [String: String]
  /// Where the cell stands in them.
  let place: SourceLocation
  /// The number of its network.
  let index: Int
  /// Its part.
  let role: Cell.Role
  /// What it must have in its block, which was written too.
  let additions: [Diagnostic]
  /// What a person should look at.
  let warnings: [Diagnostic]
  /// Whether the rules have seen it; they haven't where its shape is no other cell's.
  let isChecked: Bool
}

extension NewCellPlan {
  /// Plans `request`.
  ///
  /// - Parameters:
  ///   - fleet: what was compiled.
  ///   - texts: what is written now, by the path of places.
  ///   - today: the day for which support dates are judged.
  /// - Throws: ``UnknownName``; `EditingFailure` where the files can't be read or edited.
  init(
    _ request: NewCellRequest, in fleet: Fleet, writtenIn texts: [String: String],
    on today: FactDate
  ) throws {
    let written = try WrittenFleet(texts)
    let situation = NewCellSituation(request: request, fleet: fleet, written: written)
    do {
      self = try Self.plan(in: situation, editing: texts, on: today)
    } catch let refusal as NewCellSituation.Refusal {
      self = .refused([refusal.diagnostic])
    }
  }

  private static func plan(
    in situation: NewCellSituation, editing texts: [String: String], on today: FactDate
  ) throws -> NewCellPlan {
    let request = situation.request
    let environment = try situation.environment()
    if let present = environment.written.cells.first(where: { $0.name == request.name }) {
      return situation.isAsRequested(present)
        ? .present(at: present.place) : .refused([situation.otherwise(present)])
    }
    if let stale = situation.staleFile() ?? situation.takenName() { return .refused([stale]) }
    let cell = NewCellCode(
      request: request, role: situation.role(in: environment.compiled),
      index: try situation.index(in: environment.compiled, at: environment.written.place),
      shape: try situation.shape(in: environment.written))
    return try cell.plan(in: situation, environment, editing: texts, on: today)
  }
}
