import TerraformDocument

/// What Terraform would do where it has applied one fleet and gets another.
///
/// It compares files, not AWS: what was changed by hand there, or never applied, shows in
/// `terraform plan` alone.
public struct FleetDifference: Sendable {
  /// The roots that differ, by path.
  public let roots: [RootChange]
  /// Files of chart values that differ, by path below `out/`.
  public let values: [FileChange]

  /// A file before and after; nil where there is none.
  public struct FileChange: Sendable, Hashable {
    /// Below `out/`.
    public let path: String
    /// Its text before.
    public let before: String?
    /// Its text now.
    public let after: String?
  }

  /// Compares `old` with `new`.
  public init(from old: RecordedFleet, to new: RecordedFleet) {
    let paths = Set(old.roots.keys).union(new.roots.keys)
    roots = paths.sorted { $0.description < $1.description }.compactMap { path in
      RootComparison(old: old.roots[path], new: new.roots[path]).change
    }
    values = Set(old.values.keys).union(new.values.keys).sorted().compactMap { path in
      let (before, after) = (old.values[path], new.values[path])
      guard before != after else { return nil }
      return FileChange(
        path: path, before: before.map { String(decoding: $0, as: UTF8.self) },
        after: after.map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// Every resource that differs.
  public var resources: [ResourceChange] { roots.flatMap(\.resources) }

  /// How many resources come to each fate.
  public var counts: [ResourceChange.Kind: Int] {
    resources.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }

  /// Whether there is nothing to apply.
  public var isEmpty: Bool { roots.isEmpty && values.isEmpty }
}
