/// Reading and writing the items of a table.
///
/// Reading alone would be a type of its own, so that a reader's handle has no way to write.
public struct ReadWriteTableAccess: Access {
  /// Which table.
  public let table: Table

  /// Items, and never the table itself; no scan, which would read every partition.
  public var statements: [PolicyStatement] {
    let actions = [
      "dynamodb:BatchGetItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem",
      "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem",
    ]
    return [PolicyStatement(actions, on: .table(table))]
  }
  /// The table's full name.
  public var environment: [EnvironmentVariable] {
    [EnvironmentVariable("TABLE", table.name, "NAME", .tableName(table))]
  }
  /// The environment declares the table.
  public var requirement: Requirement? { .table(table) }
}

extension Access where Self == ReadWriteTableAccess {
  /// May read and write the items of `table`.
  static func readWrite(_ table: Table) -> Self { Self(table: table) }
}
