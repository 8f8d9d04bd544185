public import CellPrimitives
public import SourceLocations

/// An independent deployment of the services in one region, with a state of its own.
public struct Cell: Sendable {
  /// A cell's part in the environment's shared data.
  public enum Role: Sendable, Hashable {
    /// Writes to the shared database and is first in failover; exactly one cell has it.
    case primary
    /// Follows the primary.
    case standby

    /// `primary` or `standby`.
    package var word: String {
      switch self {
      case .primary: "primary"
      case .standby: "standby"
      }
    }
  }

  package let name: String
  package let region: Region
  package let role: Role
  package let index: Int?
  package let shape: CellShape
  package let overrides: [Placed<CellElement>]

  /// Describes a cell.
  ///
  /// - Parameters:
  ///   - name: unique in the fleet; part of the names of all that the cell owns.
  ///   - index: the cell's network is `10.<index>.0.0/16`; 0–255, unique in the fleet and never
  ///     changed. Leave it out where `VPC(cidr:)` gives the network.
  ///   - shape: what the cell is made of.
  ///   - overrides: elements that differ from the shape; what they leave out, the shape says.
  public init(
    _ name: String, in region: Region, role: Role, index: Int? = nil, shape: CellShape,
    @CellBuilder _ overrides: () -> [Placed<CellElement>] = { [] }
  ) {
    self.name = name
    self.region = region
    self.role = role
    self.index = index
    self.shape = shape
    self.overrides = overrides()
  }
}

/// What a kind of cell is made of; cells of one shape differ only in what they override.
public struct CellShape: Sendable {
  package let elements: [Placed<CellElement>]

  /// Describes a shape.
  public init(@CellBuilder _ elements: () -> [Placed<CellElement>]) { self.elements = elements() }
}

/// What all cells of an environment have or override: stronger than a shape, weaker than a cell.
public struct EachCell: Sendable {
  package let elements: [Placed<CellElement>]

  /// Describes what the cells have in common.
  public init(@CellBuilder _ elements: () -> [Placed<CellElement>]) { self.elements = elements() }
}
