import CellCost
import FleetDifference
import TerraformDocument

/// What differs since a revision, for programs.
struct DifferenceReport: Encodable {
  let revision: String
  let commit: String
  let losesSomething: Bool
  let counts: [String: Int]
  let cells: [Cell]
  let roots: [Root]
  /// Files of chart values that differ, below `out/`.
  let values: [String]
  let cost: Cost

  /// A cell that differs.
  struct Cell: Encodable {
    let name: String
    let environment: String
    let kind: String
    let movesFrom: String?
    let movesTo: String?
  }

  /// A root that differs.
  struct Root: Encodable {
    let environment: String
    let root: String
    let kind: String
    let movesState: Bool
    let settings: [Argument]
    let others: [String]
    let resources: [Resource]
  }

  /// A resource that differs.
  struct Resource: Encodable {
    let address: String
    let kind: String
    let arguments: [Argument]
    let causes: [String]
    let holds: String?
    let losses: [String]
    let isRefused: Bool
    let isUncertain: Bool
  }

  /// An argument that differs; a value is null where it was not or is not set.
  struct Argument: Encodable {
    let path: String
    let before: EncodedValue
    let after: EncodedValue

    init(_ change: ArgumentChange) {
      path = change.path
      before = EncodedValue(value: change.before)
      after = EncodedValue(value: change.after)
    }
  }

  /// What a month costs. Amounts are decimal text, exact, in US dollars.
  struct Cost: Encodable {
    let before: String
    let after: String
    let difference: String
    /// Whether something that changes has no price.
    let isIncomplete: Bool
  }

  init(_ result: DifferenceResult) {
    let difference = result.difference
    revision = result.revision.name
    commit = result.revision.commit
    losesSomething = result.losesSomething
    counts = Dictionary(
      uniqueKeysWithValues: ResourceChange.Kind.allCases.map {
        ($0.rawValue, difference.counts[$0] ?? 0)
      })
    cells = difference.roots.compactMap(Cell.init)
    roots = difference.roots.map(Root.init)
    values = difference.values.map(\.path)
    cost = Cost(
      before: result.cost.before.known.exactText, after: result.cost.after.known.exactText,
      difference: result.cost.difference.exactText, isIncomplete: result.cost.isIncomplete)
  }
}

extension DifferenceReport.Cell {
  fileprivate init?(_ root: RootChange) {
    guard let cell = root.cell else { return nil }
    self.init(
      name: cell, environment: root.path.environment,
      kind: root.replacesCell ? ResourceChange.Kind.replace.rawValue : root.kind.rawValue,
      movesFrom: root.regions?.before, movesTo: root.regions?.after)
  }
}

extension DifferenceReport.Root {
  fileprivate init(_ root: RootChange) {
    self.init(
      environment: root.path.environment, root: root.path.folder, kind: root.kind.rawValue,
      movesState: root.movesState, settings: root.settings.map(DifferenceReport.Argument.init),
      others: root.others, resources: root.resources.map(DifferenceReport.Resource.init))
  }
}

extension DifferenceReport.Resource {
  fileprivate init(_ change: ResourceChange) {
    self.init(
      address: change.address, kind: change.kind.rawValue,
      arguments: change.arguments.map(DifferenceReport.Argument.init), causes: change.causes,
      holds: change.lostState?.rawValue, losses: change.losses, isRefused: change.isRefused,
      isUncertain: change.isUncertain)
  }
}
