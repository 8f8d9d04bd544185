public import Foundation
public import TerraformDocument
public import TerraformProviderSchema

extension ProviderSchema {
  /// Reads from a file of `terraform providers schema -json` what `declarations` need.
  ///
  /// Takes some 0.1 s in debug whatever they are: read it once for all roots.
  public init(
    contentsOf file: URL, provider: String = "hashicorp/aws",
    covering declarations: some Sequence<TerraformDeclaration>
  ) throws {
    try self.init(
      json: Data(contentsOf: file), provider: provider,
      wanted: Set(declarations.compactMap { TypeName($0.address) }))
  }

  /// What is wrong with `declarations` as the provider sees them, in a stable order, each as
  /// `address: path: problem`.
  ///
  /// Finds what `terraform validate` finds of names, types and counts: unknown arguments, arguments
  /// that can't be set, required ones that are missing, values of the wrong type, too few or too
  /// many nested blocks. It is stricter in one way: a literal has to be of the argument's own type,
  /// where Terraform converts `"5"` to a number.
  public func problems(in declarations: some Sequence<TerraformDeclaration>) -> [String] {
    declarations.flatMap(problems(in:))
  }

  /// What is wrong with one block of a root.
  public func problems(in declaration: TerraformDeclaration) -> [String] {
    problems(in: declaration.body, of: declaration.address)
  }

  /// What is wrong with the arguments of the block at `address`.
  public func problems(in body: TerraformBody, of address: TerraformAddress) -> [String] {
    guard let type = TypeName(address) else { return [] }
    var check = ProviderSchemaCheck(address)
    guard let block = blocks[type] else {
      check.reportUnknown(type, among: names[type.kind] ?? [])
      return check.problems
    }
    check.check(body, against: block)
    return check.problems
  }
}

extension ProviderSchema.TypeName {
  /// The type of the block at `address`; nil for what no provider defines.
  init?(_ address: TerraformAddress) {
    switch address.kind {
    case .resource: self.init(.resource, address.type)
    case .data: self.init(.data, address.type)
    case .ephemeral: self.init(.ephemeral, address.type)
    case .local, .variable: return nil
    }
  }
}
