extension ResolvedEnvironment {
  /// Tags on everything in the environment that takes tags.
  public var tags: [String: String] {
    ["application": "bizcomms", "environment": name, "managed-by": "terraform", "owner": owner]
  }

  /// Tags of what EC2 makes for a machine of `cell`, which the provider's default tags don't reach.
  public func machineTags(in cell: ResolvedCell) -> [String: String] {
    tags.merging(["cell": cell.name, "component": "cluster"]) { own, _ in own }
  }
}
