import CellDescription
import CellModel
import CellPrimitives
import HTMLDocument
import SourceLocations
import TerraformDocument

extension FleetOverview {
  /// Addresses and the ways in and out, cell by cell.
  var network: Chapter {
    Chapter("network", "Network") {
      paragraph(
        """
        Every cell has the same three tiers. Callers reach the load balancer in the public one; pods run in \
        the private one and go out through NAT; databases can reach nobody.
        """)
      for cell in environment.cellsInOrderOfApplication {
        HTMLElement(.heading3, .id(HTMLID("network", cell.name))) { cell.name }
        networkDiagram(of: cell)
        DataTable(
          HTMLID("subnets", cell.name), "Subnets of \(cell.name)",
          columns: ["Subnet", "Zone", "Addresses"], rows: subnets(of: cell)
        ).element
        paragraph(ways(out: cell))
      }
    }
  }

  private func subnets(of cell: ResolvedCell) -> [[Prose]] {
    documents.resources("aws_subnet", of: cell).map { block in
      let name = block.body["tags"]?["Name"] ?? .string(block.declaration.address.name)
      return [
        Phrase(name, in: block.root).prose,
        Phrase(block.body["availability_zone_id"], in: block.root).prose,
        Phrase(block.body["cidr_block"], in: block.root).prose,
      ]
    }
  }

  private func ways(out cell: ResolvedCell) -> Prose {
    let gateways = documents.resources("aws_nat_gateway", of: cell).count
    let endpoints = cell.network.endpoints.value.map(\.rawValue)
    let direct: Prose =
      endpoints.isEmpty
      ? "No service of AWS is reached without them."
      : "Reached without them: \(Prose.codes(endpoints))."
    return """
      \(counted(gateways, "NAT gateway")), whose addresses are known after the apply. \(direct)
      """
  }
}
