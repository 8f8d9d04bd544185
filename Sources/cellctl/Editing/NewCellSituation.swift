import CellDescription
import CellEditing
import CellModel
import CellPrimitives
import SourceLocations

/// What was compiled and what is written, as a request for a cell finds it.
struct NewCellSituation {
  let request: NewCellRequest
  /// What was compiled.
  let fleet: Fleet
  /// What is written now.
  let written: WrittenFleet

  /// The environment in both forms.
  typealias BothEnvironments = (compiled: Environment, written: WrittenFleet.Environment)

  /// A reason not to write the cell.
  struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  /// Every cell that was compiled, with its place and its environment's name.
  var compiledCells: [(cell: Placed<Cell>, environment: String)] {
    fleet.environments.flatMap { environment in
      environment.value.cells.map { ($0, environment.value.name) }
    }
  }

  /// The environment that is asked for.
  ///
  /// - Throws: ``UnknownName`` where none was compiled under that name, ``Refusal`` where the text of
  ///   none begins with it.
  func environment() throws -> BothEnvironments {
    let names = fleet.environments.map(\.value.name)
    guard let compiled = fleet.environments.first(where: { $0.value.name == request.environment })
    else {
      throw UnknownName(
        request.environment, kind: "environment", plural: "environments", among: names)
    }
    guard let text = written.environments.first(where: { $0.name == request.environment }) else {
      throw Refusal(
        diagnostic: refusal(
          at: compiled.location,
          "cells/ has no `Environment(\"\(request.environment)\", …) { … }` that can be read",
          fix: "run `make generate`, or write the cell by hand"))
    }
    return (compiled.value, text)
  }

  // MARK: The name

  /// Whether a cell of this name is all that is asked for.
  func isAsRequested(_ cell: WrittenFleet.Cell) -> Bool {
    let arguments = cell.arguments
    return arguments["in"].map { $0.hasSuffix(".\(swiftName(of: request.region.name))") } ?? false
      && request.shape.map { arguments["shape"] == ".\($0)" } ?? true
      && request.role.map { arguments["role"] == ".\($0)" } ?? true
      && request.index.map { arguments["index"] == String($0) } ?? true
  }

  /// The cell is there, but is another one.
  func otherwise(_ cell: WrittenFleet.Cell) -> Diagnostic {
    let said = ["in", "role", "index", "shape"].compactMap { label in
      cell.arguments[label].map { "\(label): \($0)" }
    }
    return refusal(
      at: cell.place,
      "\(request.environment) has \(cell.name) already, with \(said.joined(separator: ", "))",
      fix: "name the new cell otherwise, such as \(freeName), or change this one by hand")
  }

  /// Another environment has a cell of this name, or this one has it where it can't be read.
  func takenName() -> Diagnostic? {
    let compiled = compiledCells.first { $0.cell.value.name == request.name }
    guard let taken = compiled else { return nil }
    return refusal(
      at: taken.cell.location, "\(taken.environment) has a cell called \(request.name)",
      fix: "name the new cell otherwise, such as \(freeName)")
  }

  private var freeName: String {
    freeCellName(
      in: request.region,
      besides: compiledCells.map(\.cell.value.name)
        + written.environments.flatMap(\.cells).map(\.name))
  }

  /// Why what is written is not what was compiled: then neither names nor networks are known.
  func staleFile() -> Diagnostic? {
    let compiled = Set(compiledCells.map(\.cell.value.name))
    let unknown = written.environments.flatMap(\.cells).first { !compiled.contains($0.name) }
    return unknown.map { cell in
      refusal(
        at: cell.place, "\(cell.name) was written after cellctl was built",
        fix: "run `make generate`, then this command again")
    }
  }

  // MARK: What it is made of

  /// The shape that is asked for, or the one of the environment's last cell, or the only one.
  func shape(in environment: WrittenFleet.Environment) throws(UnknownName) -> String {
    if let shape = request.shape {
      guard written.shapes.contains(shape) else {
        throw UnknownName(shape, kind: "shape", plural: "shapes", among: written.shapes)
      }
      return shape
    }
    let usual = environment.cells.last?.arguments["shape"]
      .flatMap { $0.hasPrefix(".") ? String($0.dropFirst()) : nil }
    if let usual, written.shapes.contains(usual) { return usual }
    if written.shapes.count == 1 { return written.shapes[0] }
    throw UnknownName("(none given)", kind: "shape", plural: "shapes", among: written.shapes)
  }

  /// The compiled shape of this name, taken from a cell that has it.
  func compiledShape(named name: String) -> CellShape? {
    let users = written.environments.flatMap(\.cells)
      .filter { $0.arguments["shape"] == ".\(name)" }.map(\.name)
    return compiledCells.first { users.contains($0.cell.value.name) }?.cell.value.shape
  }

  /// The part that is asked for, or the one that is free.
  func role(in environment: Environment) -> Cell.Role {
    let hasPrimary = environment.cells.contains { $0.value.role == .primary }
    return request.role ?? (hasPrimary ? .standby : .primary)
  }

  /// The number that is asked for, or the next free one behind those of the environment, so that its
  /// networks stay together.
  func index(in environment: Environment, at place: SourceLocation) throws(Refusal) -> Int {
    let peers = fleet.peers(of: environment)
    let free = unmentionedIndexes(in: peers)
    let last = environment.cells.compactMap(\.value.index).max() ?? -1
    guard let next = free.first(where: { $0 > last }) ?? free.first else {
      throw Refusal(
        diagnostic: refusal(
          at: place, "every network of 10.0.0.0/8 is taken",
          fix: "write the cell by hand, with `VPC(cidr: …)` in its block"))
    }
    guard let wanted = request.index, !free.contains(wanted) else { return request.index ?? next }
    let owner = peers.flatMap(\.cells).first { $0.value.index == wanted }
    throw Refusal(
      diagnostic: refusal(
        at: owner?.location ?? place,
        "the index \(wanted) is \(owner.map { "that of \($0.value.name)" } ?? "taken")",
        fix: "leave out --index, or write --index \(next)"))
  }

  /// A reason not to write the cell, as a diagnostic of the command.
  func refusal(at place: SourceLocation, _ message: String, fix: String) -> Diagnostic {
    Diagnostic(.error, rule: "new-cell", at: place, message, fix: Fix(advice: fix))
  }
}

extension Environment {
  /// The cells that were compiled.
  var cells: [Placed<Cell>] {
    elements.compactMap { element in
      guard case .cell(let cell) = element.value else { return nil }
      return Placed(cell, at: element.location)
    }
  }
}
