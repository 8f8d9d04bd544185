import CellModel
import Cells
import FleetGraph
import FleetIndex
import TerraformDocument
import TerraformSynthesis
import Testing

/// What the project's own fleet looks like.
@Suite struct GraphViewTests {
  private let valid: ValidatedFleet
  private let roots: [TerraformRoot]

  init() throws {
    let today = try #require(FactDate(year: 2026, month: 11, day: 23))
    valid = try ValidatedFleet(validating: fleet, on: today)
    roots = try SynthesizedFleet(valid).roots
  }

  @Test func `the fleet has every cell and leads to each`() {
    let graph = Graph(fleetOf: valid.environments)
    for environment in valid.environments {
      for cell in environment.cells {
        let id = "\(environment.name)/\(cell.name)"
        #expect(graph.nodes.contains { $0.id == id })
        #expect(graph.edges.contains { $0.from == "\(environment.name)/entry" && $0.to == id })
      }
    }
    let standby = graph.edges.filter { $0.to == "production/cell-usw1-01" }
    #expect(standby.map(\.isDashed) == [true])
  }

  @Test func `the roots are in the order in which they are applied`() throws {
    let production = try #require(valid.environments.first { $0.name == "production" })
    let graph = Graph(rootsOf: production, roots, BlockIndex(roots))
    #expect(
      graph.layers.map { $0.map(\.title) } == [
        ["backend-setup"], ["global"], ["cells/cell-use1-01"], ["cells/cell-usw1-01"],
        ["routing"],
      ])
    let order = graph.nodes.map(\.id)
    for edge in graph.edges {
      let (from, to) = (order.firstIndex(of: edge.from), order.firstIndex(of: edge.to))
      #expect(try #require(from) < #require(to), "\(edge)")
    }
    #expect(graph.edges.contains { $0.from == "global" && $0.to == "routing" })
  }

  @Test func `every subnet of a network is there, and only those of the database lead nowhere`()
    throws
  {
    let root = try #require(roots.first { $0.path.folder == "cells/cell-use1-01" })
    let graph = Graph(networkOf: "cell-use1-01", root)
    let subnets = root.declarations.filter { $0.address.type == "aws_subnet" }
      .map(\.address.description)
    #expect(subnets.count == 9)
    for subnet in subnets {
      #expect(graph.nodes.contains { $0.id == subnet })
      let leadsOut = graph.edges.contains { $0.from == subnet && $0.label == "0.0.0.0/0" }
      #expect(leadsOut == !subnet.contains("database"), "\(subnet)")
    }
    let ids = Set(graph.nodes.map(\.id))
    #expect(graph.edges.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
  }
}
