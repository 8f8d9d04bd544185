extension ResolvedEnvironment {
  /// Tags on everything that takes tags and belongs to `cell`, or to all cells where that is nil.
  ///
  /// No cell can be called `shared`: a bill by cell would not tell the two apart.
  public func tags(of cell: ResolvedCell?) -> [String: String] {
    [
      "application": "bizcomms", "cell": cell?.name ?? Self.sharedCell, "environment": name,
      "managed-by": "terraform", "owner": owner,
    ]
  }

  /// Tags of what EC2 makes for the machines of `cell`, which the provider's default tags don't reach:
  /// the machines, their disks, and the volumes that pods ask for.
  public func machineTags(in cell: ResolvedCell) -> [String: String] {
    tags(of: cell).merging(["component": "cluster"]) { own, _ in own }
  }

  /// What the tag `cell` says of what all cells share.
  static let sharedCell = "shared"
}
