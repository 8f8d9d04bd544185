import CellDescription
import CellModel
import CellPrimitives
import DiagramDrawing
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// A cell's tiers and zones, read from its subnets.
  func networkDiagram(of cell: ResolvedCell) -> HTMLElement {
    HTMLElement(.figure) {
      NetworkDrawing(cell, documents).diagram.element
      HTMLElement(.figcaption) {
        "Down on the left, the way of callers; up on the right, the way out of pods. A column is a zone."
      }
    }
  }
}

/// Rows of subnets, one for each tier, with the ways between them at the sides.
private struct NetworkDrawing {
  /// A tier, from the outside to the inside, as the names of its blocks begin.
  private enum Tier: String, CaseIterable {
    case `public`, `private`, database

    var inhabitants: String {
      switch self {
      case .public: "load balancer, NAT"
      case .private: "machines and pods"
      case .database: "databases, no way out"
      }
    }
  }

  private let cell: ResolvedCell
  private let subnets: [EnvironmentDocuments.Block]
  /// Blocks of subnets that hold a NAT gateway.
  private let gateways: Set<TerraformAddress>
  private let width = 360
  private let margin = 20
  private let gap = 8

  init(_ cell: ResolvedCell, _ documents: EnvironmentDocuments) {
    self.cell = cell
    subnets = documents.resources("aws_subnet", of: cell)
    gateways = Set(
      documents.resources("aws_nat_gateway", of: cell).compactMap {
        $0.root.referenced(by: $0.body["subnet_id"])?.address
      })
  }

  var diagram: Diagram {
    let internet = DiagramBox(
      .outside, at: DiagramPoint(margin, 4), width: width - 2 * margin, title: "Internet")
    var y = internet.bottom + 34
    var boxes: [DiagramBox] = []
    var tiers: [DiagramBox] = []
    for tier in Tier.allCases {
      let row = placed(tier, at: y + 26)
      let bottom = row.map(\.bottom).max() ?? y + 26
      let frame = DiagramBox(
        .frame, at: DiagramPoint(margin, y), width: width - 2 * margin, height: bottom + 8 - y,
        title: "\(tier.rawValue): \(tier.inhabitants)")
      tiers.append(frame)
      boxes += [frame] + row
      y = frame.bottom + 26
    }
    return Diagram(
      id: HTMLID("network-diagram", cell.name), title: "Network of \(cell.name)",
      description: description, width: width, boxes: [internet] + boxes,
      arrows: ways([internet] + tiers))
  }

  private func placed(_ tier: Tier, at y: Int) -> [DiagramBox] {
    let row = subnets.filter { $0.declaration.address.name.hasPrefix("\(tier.rawValue)_") }
    guard !row.isEmpty else { return [] }
    let room = width - 2 * margin - 2 * gap
    let each = (room - gap * (row.count - 1)) / row.count
    let boxes = row.enumerated().map { column, block in
      DiagramBox(
        .part, at: DiagramPoint(margin + gap + column * (each + gap), y), width: each,
        title: Phrase(block.body["availability_zone_id"], in: block.root).text,
        lines: [Phrase(block.body["cidr_block"], in: block.root).text]
          + (gateways.contains(block.declaration.address) ? ["NAT gateway"] : []))
    }
    let height = boxes.map(\.height).max() ?? 0
    return boxes.map { $0.moved(to: $0.origin, height: height) }
  }

  /// Callers go down from one to the next; what pods ask for goes up and out, and nothing from databases.
  private func ways(_ stations: [DiagramBox]) -> [DiagramArrow] {
    let down = zip(stations, stations.dropFirst()).map { upper, lower in
      let x = upper.origin.x + 40
      return DiagramArrow(
        .flow, [DiagramPoint(x, upper.bottom), DiagramPoint(x, lower.origin.y)])
    }
    let up = zip(stations, stations.dropFirst()).dropLast().map { upper, lower in
      let x = upper.right - 40
      return DiagramArrow(
        .standby, [DiagramPoint(x, lower.origin.y), DiagramPoint(x, upper.bottom)])
    }
    return down + up
  }

  private var description: String {
    let tiers = Tier.allCases.map { tier in
      let rows = subnets.filter { $0.declaration.address.name.hasPrefix("\(tier.rawValue)_") }
        .map { Phrase($0.body["cidr_block"], in: $0.root).text }
      return "\(tier.rawValue) \(rows.joined(separator: ", "))"
    }
    return "\(cell.network.cidr.value) in \(cell.network.zoneIDs.count) zones: "
      + tiers.joined(separator: "; ")
  }
}
