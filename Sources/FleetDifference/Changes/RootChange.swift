public import TerraformDocument

/// What differs in a root.
public struct RootChange: Sendable, Hashable {
  /// What became of the root itself.
  public enum Kind: String, Sendable, Hashable {
    /// It was not there.
    case add
    /// It is still there.
    case change
    /// It is no longer there, and its state is left: destroy it before its folder goes.
    case remove
  }

  /// Where it lies.
  public let path: TerraformRootPath
  /// What became of it.
  public let kind: Kind
  /// Its resources that differ, by address.
  public let resources: [ResourceChange]
  /// What differs in the settings: backend, versions, the provider and the tags that it gives.
  public let settings: [ArgumentChange]
  /// Addresses of blocks that differ and are only read or published.
  public let others: [String]
  /// Where the cell runs, before and now, where that differs.
  public let regions: Regions?

  /// A move from a region to another.
  public struct Regions: Sendable, Hashable {
    /// Where it ran.
    public let before: String
    /// Where it runs.
    public let after: String
  }

  /// The cell whose root it is; nil for one that cells share.
  public var cell: String? { path.cell }

  /// Whether the state lies elsewhere, so that `terraform init -migrate-state` has to move it.
  public var movesState: Bool {
    kind == .change && settings.contains { $0.path.hasPrefix("terraform.backend") }
  }

  /// Whether the cell is made anew: its network or its cluster is, or it moves.
  public var replacesCell: Bool {
    guard cell != nil, kind == .change else { return false }
    return regions != nil
      || resources.contains {
        $0.kind == .replace && ["aws_vpc.main", "aws_eks_cluster.main"].contains($0.address)
      }
  }
}

extension TerraformRootPath {
  /// `cell-use1-01` for `cells/cell-use1-01`.
  package var cell: String? {
    let parts = folder.split(separator: "/")
    return parts.count == 2 && parts[0] == "cells" ? String(parts[1]) : nil
  }
}
