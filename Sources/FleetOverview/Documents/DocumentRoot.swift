import TerraformDocument

/// A root whose blocks are found by their address; a class, because every block of it names it.
final class DocumentRoot {
  let path: TerraformRootPath
  /// A cell's name, or the name of a root that belongs to no cell.
  let owner: String
  let components: [TerraformComponent]
  /// Where each block stands.
  private let places: [TerraformAddress: Place]
  private let locals: [String: TerraformJSON]

  /// A block by its place: its part of the root, and there its number.
  struct Place {
    let component: Int
    let declaration: Int
  }

  init(_ root: TerraformRoot) {
    path = root.path
    owner = path.folder.split(separator: "/").last.map(String.init) ?? path.folder
    components = root.components
    var places: [TerraformAddress: Place] = [:]
    // Synthesis has refused two blocks of one address.
    for place in Self.places(in: root.components) {
      places[root.components[place.component].declarations[place.declaration].address] = place
    }
    self.places = places
    locals = Dictionary(
      components.flatMap(\.locals).map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Every block, part by part.
  static func places(in components: [TerraformComponent]) -> [Place] {
    components.indices.flatMap { component in
      components[component].declarations.indices.map { declaration in
        Place(component: component, declaration: declaration)
      }
    }
  }

  /// The block of a place.
  subscript(place: Place) -> TerraformDeclaration {
    components[place.component].declarations[place.declaration]
  }

  /// The block of this address.
  func declaration(_ address: TerraformAddress) -> TerraformDeclaration? {
    places[address].map { self[$0] }
  }

  /// The JSON document behind `${jsonencode(local.name)}`; nil for anything else.
  func document(_ json: TerraformJSON?) -> TerraformJSON? {
    var names: [String] = []
    json?.forEachReference { if $0.address.kind == .local { names.append($0.address.name) } }
    return names.first.flatMap { locals[$0] }
  }

  /// The first block that a value refers to.
  func referenced(by json: TerraformJSON?) -> TerraformDeclaration? {
    var found: [TerraformAddress] = []
    json?.forEachReference { found.append($0.address) }
    return found.min { $0.description < $1.description }.flatMap(declaration)
  }
}
