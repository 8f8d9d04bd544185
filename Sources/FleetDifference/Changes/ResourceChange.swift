public import TerraformDocument

/// What Terraform would do to a resource of a root.
public struct ResourceChange: Sendable, Hashable {
  /// What it does.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The object is made.
    case add
    /// The object stays and is changed.
    case change
    /// The object is destroyed, and made anew.
    case replace
    /// The object is destroyed.
    case remove
  }

  /// The root that owns it.
  public let root: TerraformRootPath
  /// Resource type.
  public let type: String
  /// The block's own name.
  public let name: String
  /// What happens.
  public let kind: Kind
  /// The arguments that differ, by path; none where the object is made or destroyed.
  public let arguments: [ArgumentChange]
  /// Why the object is made anew: paths of arguments that can't be changed, addresses of resources
  /// that are replaced themselves, or the region that it leaves.
  public let causes: [String]
  /// What is gone with the object; nil where it is only made or changed, or holds nothing.
  public let lostState: HeldState?
  /// What the change takes away while the object stays.
  public let losses: [String]
  /// Whether Terraform refuses to do it, as the block says.
  public let isRefused: Bool
  /// Whether the object may be made anew all the same, because the provider was never asked.
  public let isUncertain: Bool

  /// `aws_vpc.main`
  public var address: String { "\(type).\(name)" }

  /// Whether something is gone afterwards that generating again does not bring back.
  public var losesSomething: Bool { lostState != nil || !losses.isEmpty }
}

extension ResourceChange: Comparable {
  /// By root, then address.
  public static func < (left: ResourceChange, right: ResourceChange) -> Bool {
    (left.root.description, left.address) < (right.root.description, right.address)
  }
}
