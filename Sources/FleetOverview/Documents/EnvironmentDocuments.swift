import CellModel
import TerraformDocument

/// The synthesized roots of one environment, to be read: what they say is what is applied.
///
/// Everything is looked up in tables that are made once, so that a page takes twice as long for twice as
/// many cells and no longer.
struct EnvironmentDocuments {
  /// In the order in which they are applied.
  let roots: [DocumentRoot]
  private let resources: [String: [Block]]
  private let resourcesByOwner: [Place: [Block]]

  /// A block by the root that holds it and its place there.
  struct Block {
    let root: DocumentRoot
    let place: DocumentRoot.Place

    var declaration: TerraformDeclaration { root[place] }
    /// The part of the root that it stands in.
    var component: String { root.components[place.component].name }
    /// Whose it is: a cell's name, or `global`, `routing`, `backend-setup`.
    var owner: String { root.owner }
    var body: TerraformBody { declaration.body }
  }

  private struct Place: Hashable {
    let type: String
    let owner: String
  }

  init(roots: [TerraformRoot]) {
    self.roots = roots.map(DocumentRoot.init)
    let blocks = self.roots.flatMap { root in
      DocumentRoot.places(in: root.components).map { Block(root: root, place: $0) }
        .filter { $0.declaration.address.kind == .resource }
    }
    resources = Dictionary(grouping: blocks) { $0.declaration.address.type }
    resourcesByOwner = Dictionary(grouping: blocks) {
      Place(type: $0.declaration.address.type, owner: $0.owner)
    }
  }

  /// Every resource of a type, root by root, and there in the order in which they were made.
  func resources(_ type: String) -> [Block] { resources[type] ?? [] }

  /// The same, of one cell.
  func resources(_ type: String, of cell: ResolvedCell) -> [Block] {
    resourcesByOwner[Place(type: type, owner: cell.name)] ?? []
  }
}
