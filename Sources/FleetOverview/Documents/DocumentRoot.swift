import TerraformDocument

/// A root whose blocks are found by their address; a class, because every block of it names it.
final class DocumentRoot {
  let path: TerraformRootPath
  /// A cell's name, or the name of a root that belongs to no cell.
  let owner: String
  let components: [TerraformComponent]
  private let declarations: [TerraformAddress: TerraformDeclaration]
  private let locals: [String: TerraformJSON]

  init(_ root: TerraformRoot) {
    path = root.path
    owner = path.folder.split(separator: "/").last.map(String.init) ?? path.folder
    components = root.components
    // Synthesis has refused two blocks of one address.
    declarations = Dictionary(
      root.declarations.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    locals = Dictionary(
      components.flatMap(\.locals).map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The block of this address.
  func declaration(_ address: TerraformAddress) -> TerraformDeclaration? { declarations[address] }

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
