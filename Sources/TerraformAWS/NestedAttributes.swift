public import TerraformDocument

/// Attributes that lie inside another: `oidc` of `aws_eks_cluster.main.identity[0]`.
public protocol NestedAttributes: Sendable, Hashable {
  /// What `path` leads to inside the block that `reference` names.
  init(_ reference: TerraformReference, path: String)
}

/// A list whose elements have attributes of their own: `cluster.identity[0].oidc[0].issuer`.
public struct AttributeList<Element: NestedAttributes>: Sendable, Hashable {
  private let reference: TerraformReference
  private let path: String

  /// The list that `path` leads to inside the block that `reference` names.
  public init(_ reference: TerraformReference, path: String) {
    self.reference = reference
    self.path = path
  }

  /// The element at `index`, counted from 0; whether there is one shows at the plan.
  public subscript(index: Int) -> Element { Element(reference, path: "\(path)[\(index)]") }

  /// The whole list, for functions such as `length`.
  public var elements: Argument<[TerraformJSON]> { reference.attribute(path) }
}
