/// What a block is called inside its root: `aws_vpc.main`, `data.aws_ssm_parameter.zone`, `local.x`.
public struct TerraformAddress: Sendable, Hashable, CustomStringConvertible {
  /// The kinds of block that an expression can name.
  public enum Kind: String, Sendable, Hashable {
    /// `resource "type" "name"`
    case resource
    /// `data "type" "name"`
    case data
    /// `ephemeral "type" "name"`, never stored in plan or state (Terraform 1.10 and later).
    case ephemeral
    /// `locals { name = … }`
    case local
    /// `variable "name"`
    case variable
  }

  /// Which kind of block.
  public let kind: Kind
  /// Resource type such as `aws_vpc`; empty for a local value or variable.
  public let type: String
  /// The block's own name.
  public let name: String

  /// Names a block.
  public init(_ kind: Kind, type: String = "", name: String) {
    self.kind = kind
    self.type = type
    self.name = name
  }

  /// The address as an expression writes it.
  public var description: String {
    switch kind {
    case .resource: "\(type).\(name)"
    case .data: "data.\(type).\(name)"
    case .ephemeral: "ephemeral.\(type).\(name)"
    case .local: "local.\(name)"
    case .variable: "var.\(name)"
    }
  }
}

/// The use of a block by another.
public struct TerraformReference: Sendable, Hashable {
  /// The block that is used.
  public let address: TerraformAddress
  /// The root that this reference was minted for, or nil where it was written as text.
  ///
  /// It tells a reference that strayed into another root from one that is at home there, although
  /// both roots may hold a block of this address.
  public let root: TerraformRootPath?

  /// Refers to `address`.
  public init(_ address: TerraformAddress, in root: TerraformRootPath? = nil) {
    self.address = address
    self.root = root
  }

  /// `${address.path}`, typed by what it yields.
  public func attribute<Literal>(_ path: String) -> Argument<Literal> {
    Argument(
      json: .expression(.init(template: "${\(address).\(path)}", references: [self])))
  }

  /// `${address}`: a local value or variable itself.
  public func value<Literal>() -> Argument<Literal> {
    Argument(json: .expression(.init(template: "${\(address)}", references: [self])))
  }
}

extension TerraformReference: Comparable {
  /// By address, then root.
  public static func < (left: TerraformReference, right: TerraformReference) -> Bool {
    (left.address.description, left.root?.description ?? "")
      < (right.address.description, right.root?.description ?? "")
  }
}

/// A root's folder below its environment's `terraform/`: `global`, `cells/cell-use1-01`.
public struct TerraformRootPath: Sendable, Hashable, CustomStringConvertible {
  /// The environment that the root belongs to.
  public let environment: String
  /// The folder, with `/` between its parts.
  public let folder: String

  /// Names a root.
  public init(environment: String, folder: String) {
    self.environment = environment
    self.folder = folder
  }

  /// `production/terraform/cells/cell-use1-01`: the folder below `out/`.
  public var description: String { "\(environment)/terraform/\(folder)" }
}
