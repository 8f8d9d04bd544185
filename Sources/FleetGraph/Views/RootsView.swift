import CellContract
import CellDescription
public import CellModel
import CellPrimitives
public import FleetIndex
import SourceLocations
public import TerraformDocument

extension Graph {
  /// The roots of an environment in the order in which they are applied, from the top, and how many
  /// values each reads of those above it.
  ///
  /// - Parameters:
  ///   - environment: whose roots.
  ///   - roots: those of the fleet.
  ///   - index: the blocks of `roots`.
  public init(
    rootsOf environment: ResolvedEnvironment, _ roots: [TerraformRoot], _ index: BlockIndex
  ) {
    let view = RootsView(environment: environment, roots: roots, index: index)
    self.init(
      title: "Roots of \(environment.name), in the order of application",
      layers: view.layers.map { $0.map(\.node) },
      edges: view.states + view.databases + view.readings + view.hostNames)
  }
}

/// The roots of one environment.
private struct RootsView {
  let layers: [[TerraformRoot]]
  private let environment: ResolvedEnvironment
  private let index: BlockIndex
  private let own: [TerraformRoot]

  init(environment: ResolvedEnvironment, roots: [TerraformRoot], index: BlockIndex) {
    self.environment = environment
    self.index = index
    own = roots.filter { $0.path.environment == environment.name }
    let first = environment.primary.map { "cells/\($0.name)" }
    layers = [
      own.filter { $0.path.folder == "backend-setup" },
      own.filter { $0.path.folder == "global" },
      own.filter { $0.path.folder == first },
      own.filter { $0.path.folder.hasPrefix("cells/") && $0.path.folder != first },
      own.filter { $0.path.folder == "routing" },
    ]
  }

  /// The first root makes the buckets in which all others keep their states.
  var states: [Graph.Edge] {
    [Graph.Edge("backend-setup", "global", label: "states of all roots", isDashed: true)]
  }

  /// A cluster that follows can't be made before the one that writes.
  var databases: [Graph.Edge] {
    guard let primary = environment.primary else { return [] }
    let shared = environment.databases.map(\.value.database)
    return environment.cells.filter { cell in
      cell.name != primary.name && shared.contains { cell.shares($0) }
    }.map {
      Graph.Edge("cells/\(primary.name)", "cells/\($0.name)", label: "database", isDashed: true)
    }
  }

  /// The shared name leads to the cells' own ones.
  var hostNames: [Graph.Edge] {
    environment.cells.map {
      Graph.Edge("cells/\($0.name)", "routing", label: "host name", isDashed: true)
    }
  }

  var readings: [Graph.Edge] {
    var counts: [[TerraformRootPath]: Int] = [:]
    for link in index.linksBetweenRoots {
      counts[[link.target.root, link.source.root], default: 0] += 1
    }
    return own.flatMap { from in
      own.compactMap { to in
        counts[[from.path, to.path]].map { count in
          Graph.Edge(
            from.path.folder, to.path.folder, label: counted(count, "value"))
        }
      }
    }
  }
}

extension TerraformRoot {
  fileprivate var node: Graph.Node {
    let resources = declarations.count { $0.address.kind == .resource }
    let parts = components.filter { !$0.declarations.isEmpty }.map(\.name).sorted()
    return Graph.Node(
      path.folder, path.folder == "backend-setup" ? .store : .part, title: path.folder,
      lines: [counted(resources, "resource")] + parts)
  }
}
