public import CellContract

/// A DynamoDB table with a replica in every region of the environment.
public struct GlobalTable: Sendable, Hashable {
  package let table: Table

  /// Describes the table; its keys and lifetime are the contract's.
  public init(_ table: Table) { self.table = table }
}
