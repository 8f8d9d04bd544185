import CellContract
import CellDescription
import CellModel
import CellPrimitives
import DiagramDrawing
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// Callers, the cells, and what these share.
  var fleetDiagram: HTMLElement {
    HTMLElement(.figure) {
      FleetDrawing(self).diagram.element
      HTMLElement(.figcaption) {
        environment.fleetCaption
      }
    }
  }
}

extension ResolvedEnvironment {
  fileprivate var fleetCaption: String {
    switch routing.value {
    case .failover where cells.count > 1:
      "Callers come from above; dashed is the way that they are led while the primary fails."
    case .failover, .latency: "Callers come from above."
    }
  }
}

/// Cells in two columns with a trunk between them, above what they share.
private struct FleetDrawing {
  private let overview: FleetOverview
  private var environment: ResolvedEnvironment { overview.environment }
  private let width = 360
  private let gutter = 32
  private let margin = 4

  init(_ overview: FleetOverview) { self.overview = overview }

  var diagram: Diagram {
    let top = DiagramBox(
      .part, at: DiagramPoint(margin + 50, 4), width: width - 2 * (margin + 50),
      title: environment.domain.name, lines: [policy])
    let cells = placedCells(below: top.bottom + 30)
    let bottom = cells.map(\.box.bottom).max() ?? top.bottom
    let shared = sharedBoxes(below: bottom + 16)
    let ways = cells.map { way(from: top, to: $0.box, $0.cell) }
    return Diagram(
      id: HTMLID("fleet-diagram"), title: "The cells of \(environment.name)",
      description: description, width: width, boxes: [top] + cells.map(\.box) + shared,
      arrows: ways)
  }

  private var policy: String {
    switch environment.routing.value {
    case .failover where environment.cells.count > 1: "Route 53: primary, then standby"
    case .failover: "Route 53: one cell"
    case .latency: "Route 53: the nearest region"
    }
  }

  private func placedCells(below top: Int) -> [(cell: ResolvedCell, box: DiagramBox)] {
    let cells = environment.cellsInOrderOfApplication
    let each = (width - 2 * margin - gutter) / 2
    var placed: [(cell: ResolvedCell, box: DiagramBox)] = []
    var y = top
    for start in stride(from: 0, to: cells.count, by: 2) {
      let row = cells[start..<min(start + 2, cells.count)].enumerated().map { column, cell in
        let x =
          cells.count == 1 ? (width - each) / 2 : margin + column * (each + gutter)
        return (cell: cell, box: box(of: cell, at: DiagramPoint(x, y), width: each))
      }
      let height = row.map(\.box.height).max() ?? 0
      placed += row.map { ($0.cell, $0.box.moved(to: $0.box.origin, height: height)) }
      y += height + 20
    }
    return placed
  }

  private func box(of cell: ResolvedCell, at origin: DiagramPoint, width: Int) -> DiagramBox {
    let services = cell.cluster.services.map { service in
      switch service.value.form {
      case .pods: "\(service.value.name.rawValue) × \(span(service.value.replicas))"
      case .lambda(let every): "\(service.value.name.rawValue) every \(every.description)"
      }
    }
    let machines = cell.cluster.nodeGroups.map {
      "\($0.value.count.minimum) × \($0.value.instance.name)"
    }
    return DiagramBox(
      .part, at: origin, width: width, title: cell.name,
      lines: [
        cell.role.value.word, cell.region.name, cell.network.cidr.value.description,
        "Kubernetes \(cell.cluster.version.value.description)",
      ] + machines + services + overview.databases(of: cell).map { $0.size.text })
  }

  /// To one cell straight down; to one of several from the trunk to its inner side.
  private func way(from top: DiagramBox, to box: DiagramBox, _ cell: ResolvedCell) -> DiagramArrow {
    let isStandby =
      switch environment.routing.value {
      case .failover: cell.role.value == .standby
      case .latency: false
      }
    let trunk = width / 2
    let isAlone = environment.cells.count == 1
    let isLeft = box.center < trunk
    // Two lines in one place would be one: each side has its own.
    let x = isAlone ? trunk : trunk + (isLeft ? -6 : 6)
    let start = DiagramPoint(x, top.bottom)
    return DiagramArrow(
      isStandby ? .standby : .flow,
      isAlone
        ? [start, DiagramPoint(x, box.origin.y)]
        : [
          start, DiagramPoint(x, box.origin.y + 24),
          DiagramPoint(isLeft ? box.right : box.origin.x, box.origin.y + 24),
        ])
  }

  private func sharedBoxes(below top: Int) -> [DiagramBox] {
    var y = top
    return sharedThings.map { thing in
      let box = DiagramBox(
        .store, at: DiagramPoint(margin, y), width: width - 2 * margin, title: thing.title,
        lines: [thing.line])
      y = box.bottom + 8
      return box
    }
  }

  private var sharedThings: [(title: String, line: String)] {
    let databases = environment.databases.map(\.value.database).compactMap {
      database -> (title: String, line: String)? in
      let sharers = environment.sharers(of: database)
      guard let writer = sharers.first(where: { $0.role.value == .primary }) else { return nil }
      let followers = sharers.filter { $0.name != writer.name }.map(\.name)
      let line =
        followers.isEmpty
        ? "in \(writer.name)"
        : "written in \(writer.name), copied to \(followers.joined(separator: ", "))"
      return ("Aurora \(database.name)", line)
    }
    let tables = environment.tables.map(\.value.name)
    guard !tables.isEmpty else { return databases }
    let regions = environment.regions.map(\.name).joined(separator: ", ")
    let line = environment.regions.count == 1 ? "in \(regions)" : "written in any of \(regions)"
    return databases + [("DynamoDB \(tables.joined(separator: ", "))", line)]
  }

  private var description: String {
    let cells = environment.cellsInOrderOfApplication.map {
      "\($0.name), \($0.role.value.word), in \($0.region.name)"
    }
    let shared = sharedThings.map { "\($0.title) \($0.line)" }
    return "\(environment.domain.name) leads to \(cells.joined(separator: "; ")). "
      + "They share \(shared.isEmpty ? "no data" : shared.joined(separator: "; "))."
  }
}
