import CellModel
public import TerraformDocument

extension Graph {
  /// The subnets of a cell's root by tier, and where their route tables lead.
  public init(networkOf cell: String, _ root: TerraformRoot) {
    self = NetworkView(cell: cell, root: root).graph
  }
}

/// Reads the ways from the blocks, so that what `Extend` adds and `Amend` changes is among them.
private struct NetworkView {
  let cell: String
  let root: TerraformRoot

  var graph: Graph {
    let tiers = ["public", "private", "database"].map { tier in
      subnets.filter { $0.address.name.hasPrefix("\(tier)_") }.map { node(of: $0, in: tier) }
    }
    let others = subnets.filter { subnet in
      !["public", "private", "database"].contains { subnet.address.name.hasPrefix("\($0)_") }
    }
    return Graph(
      title: "Network of \(cell)",
      layers: [
        gateways, tiers[0], natGateways, tiers[1], tiers[2],
        others.map { node(of: $0, in: "others") },
      ], edges: routes + natPlaces)
  }

  private var subnets: [TerraformDeclaration] { blocks("aws_subnet") }

  private func blocks(_ type: String) -> [TerraformDeclaration] {
    root.declarations.filter { $0.address.kind == .resource && $0.address.type == type }
  }

  private var gateways: [Graph.Node] {
    blocks("aws_internet_gateway").map {
      Graph.Node($0.address.description, .outside, title: "Internet")
    }
  }

  private func node(of subnet: TerraformDeclaration, in tier: String) -> Graph.Node {
    let endpoints = endpoints(of: subnet.address)
    return Graph.Node(
      subnet.address.description, .part, title: subnet.text("availability_zone_id"),
      lines: [subnet.text("cidr_block")]
        + (endpoints.isEmpty ? [] : ["endpoints: \(endpoints.joined(separator: ", "))"]),
      group: tier)
  }

  private var natGateways: [Graph.Node] {
    blocks("aws_nat_gateway").map {
      Graph.Node(
        $0.address.description, .part, title: "NAT gateway",
        lines: [$0.address.name.replacing("_", with: "-")])
    }
  }

  /// Subnets by the route table that they use.
  private var subnetsByTable: [TerraformAddress: [TerraformAddress]] {
    blocks("aws_route_table_association").reduce(into: [:]) { tables, association in
      guard let table = association.address(in: "route_table_id"),
        let subnet = association.address(in: "subnet_id")
      else { return }
      tables[table, default: []].append(subnet)
    }
  }

  private var routes: [Graph.Edge] {
    let subnets = subnetsByTable
    return blocks("aws_route").flatMap { route -> [Graph.Edge] in
      let ways = [
        "gateway_id", "nat_gateway_id", "transit_gateway_id", "vpc_peering_connection_id",
      ]
      guard let table = route.address(in: "route_table_id"),
        let target = ways.lazy.compactMap({ route.address(in: $0) }).first
      else { return [] }
      return (subnets[table] ?? []).map {
        Graph.Edge(
          $0.description, target.description, label: route.text("destination_cidr_block"))
      }
    }
  }

  /// A NAT gateway stands in a public subnet, whose way out is its own.
  private var natPlaces: [Graph.Edge] {
    blocks("aws_nat_gateway").compactMap { gateway in
      gateway.address(in: "subnet_id").map {
        Graph.Edge(gateway.address.description, $0.description, label: "stands in", isDashed: true)
      }
    }
  }

  /// What a subnet reaches without leaving AWS's network: gateway endpoints are in route tables,
  /// interface endpoints stand in subnets.
  private func endpoints(of subnet: TerraformAddress) -> [String] {
    let tables = subnetsByTable.filter { $0.value.contains(subnet) }.keys
    return blocks("aws_vpc_endpoint").filter { endpoint in
      endpoint.addresses(in: "route_table_ids").contains { tables.contains($0) }
        || endpoint.addresses(in: "subnet_ids").contains(subnet)
    }.map(\.address.name)
  }
}

extension TerraformDeclaration {
  /// Literal text of an argument, or its expression.
  fileprivate func text(_ argument: String) -> String {
    switch body[argument] {
    case .string(let text): text
    case .expression(let expression): expression.template
    case .null, .bool, .integer, .number, .array, .object, .templatedObject, nil: ""
    }
  }

  /// The blocks that an argument refers to.
  fileprivate func addresses(in argument: String) -> [TerraformAddress] {
    var found: [TerraformAddress] = []
    body[argument]?.forEachReference { found.append($0.address) }
    return found
  }

  /// The block that an argument refers to.
  fileprivate func address(in argument: String) -> TerraformAddress? {
    addresses(in: argument).first
  }
}
