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

  /// A block with the root and the part of it that hold it; a class, because it stands in two tables.
  final class Block {
    let root: DocumentRoot
    let component: String
    let declaration: TerraformDeclaration

    init(root: DocumentRoot, component: String, declaration: TerraformDeclaration) {
      self.root = root
      self.component = component
      self.declaration = declaration
    }

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
      root.components.flatMap { component in
        component.declarations.filter { $0.address.kind == .resource }
          .map { Block(root: root, component: component.name, declaration: $0) }
      }
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
