import CellDescription
import CellPrimitives

/// The cell that somebody asks for.
struct NewCellRequest {
  /// Unique in the fleet.
  let name: String
  /// Where it runs.
  let region: Region
  /// The environment's name.
  let environment: String
  /// The shape's name in `cells/`; nil for that of the environment's other cells.
  let shape: String?
  /// Its part; nil for standby where there is a primary.
  let role: Cell.Role?
  /// Its network; nil for the next free one.
  let index: Int?
}
