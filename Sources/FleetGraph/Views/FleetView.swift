import CellContract
import CellDescription
public import CellModel
import CellPrimitives
import SourceLocations

extension Graph {
  /// Shared host names, the cells that they lead to, and what the cells share.
  public init(fleetOf environments: [ResolvedEnvironment]) {
    let views = environments.map(EnvironmentView.init)
    self.init(
      title: "Fleet of \(environments.map(\.name).joined(separator: ", "))",
      layers: views.flatMap { [[$0.entry], $0.cells, $0.stores] },
      edges: views.flatMap(\.edges))
  }
}

/// One environment's boxes and arrows.
private struct EnvironmentView {
  let environment: ResolvedEnvironment

  init(_ environment: ResolvedEnvironment) { self.environment = environment }

  var entry: Graph.Node {
    let policy =
      switch environment.routing.value {
      case .failover where environment.cells.count > 1: "primary, then standby"
      case .failover: "one cell"
      case .latency: "the nearest region"
      }
    return Graph.Node(
      id("entry"), .outside, title: environment.domain.name, lines: [policy],
      group: environment.name)
  }

  var cells: [Graph.Node] {
    environment.cellsInOrderOfApplication.map { cell in
      Graph.Node(
        id(cell.name), .part, title: cell.name,
        lines: [
          cell.role.value.word, cell.region.name, cell.network.cidr.value.description,
          "Kubernetes \(cell.cluster.version.value)",
        ], group: environment.name)
    }
  }

  /// A cell's own databases are not among them: they are inside the cell.
  var stores: [Graph.Node] {
    environment.databases.map { database in
      Graph.Node(
        id("database", database.value.database.name), .store,
        title: "Aurora \(database.value.database.name)", group: environment.name)
    }
      + environment.tables.map { table in
        Graph.Node(
          id("table", table.value.name), .store, title: "DynamoDB \(table.value.name)",
          lines: [environment.regions.map(\.name).joined(separator: ", ")], group: environment.name)
      }
  }

  var edges: [Graph.Edge] {
    environment.cellsInOrderOfApplication.flatMap { cell in
      let isStandby = environment.routing.value == .failover && cell.role.value == .standby
      let entry = Graph.Edge(id("entry"), id(cell.name), isDashed: isStandby)
      let databases = environment.databases.map(\.value.database)
        .filter { cell.shares($0) }
        .map { database in
          Graph.Edge(
            id(cell.name), id("database", database.name),
            label: cell.role.value == .primary ? "writes" : "reads, forwards writes",
            isDashed: cell.role.value == .standby)
        }
      let tables = environment.tables.map { Graph.Edge(id(cell.name), id("table", $0.value.name)) }
      return [entry] + databases + tables
    }
  }

  private func id(_ parts: String...) -> String {
    ([environment.name] + parts).joined(separator: "/")
  }
}
