import CellContract
import Foundation
import JSONText
import SQL
import ServiceRuntime

/// A table that behaves as one of DynamoDB does, so far as services use it: items by key, compare and
/// set, and an expiry.
struct EmbeddedTable: ItemTable {
  let table: Table
  let items: any SQLDatabase
  let now: @Sendable () -> Date

  static func prepare(_ items: any SQLDatabase) async throws {
    try await items.write { session in
      try session.run(
        script: """
          CREATE TABLE IF NOT EXISTS items (
            table_name text NOT NULL,
            partition_key text NOT NULL,
            sort_key text NOT NULL,
            version bigint NOT NULL,
            attributes text NOT NULL,
            expires_at timestamptz,
            PRIMARY KEY (table_name, partition_key, sort_key)
          );
          """)
    }
  }

  func item(_ key: ItemKey) async throws -> Item? {
    let condition = condition(key)
    return try await items.read { session in
      try session.first(
        "SELECT partition_key, sort_key, version, attributes FROM items WHERE \(condition)",
        Item.init(row:))
    }
  }

  func put(_ item: Item, expecting expected: Int64?) async throws -> Bool {
    let expiry = table.lifetime.map { now() + $0.timeInterval }
    let attributes = item.json
    let condition = condition(item.key)
    let table = table
    return try await items.write { session in
      if let expected {
        return try session.execute(
          """
          UPDATE items SET version = \(expected + 1), attributes = \(attributes),
            expires_at = \(expiry)
          WHERE \(condition) AND version = \(expected)
          """) == 1
      }
      return try session.execute(
        """
        INSERT INTO items (table_name, partition_key, sort_key, version, attributes, expires_at)
        VALUES (\(table.name), \(item.key.partition), \(item.key.sort ?? ""), 1, \(attributes),
          \(expiry))
        ON CONFLICT (table_name, partition_key, sort_key) DO NOTHING
        """) == 1
    }
  }

  func remove(_ key: ItemKey, expecting version: Int64) async throws -> Bool {
    let condition = condition(key)
    return try await items.write { session in
      try session.execute("DELETE FROM items WHERE \(condition) AND version = \(version)") == 1
    }
  }

  func items(in partition: String, after: String?, limit: Int) async throws -> [Item] {
    let table = table
    let now = now()
    return try await items.read { session in
      try session.query(
        """
        SELECT partition_key, sort_key, version, attributes FROM items
        WHERE table_name = \(table.name) AND partition_key = \(partition)
        AND sort_key > \(after ?? "") AND (expires_at IS NULL OR expires_at > \(now))
        ORDER BY sort_key LIMIT \(limit)
        """, Item.init(row:))
    }
  }

  private func condition(_ key: ItemKey) -> SQLStatement {
    """
    table_name = \(table.name) AND partition_key = \(key.partition) AND sort_key = \(key.sort ?? "")
    """
  }
}

extension Item {
  fileprivate init(row: any SQLRow) throws {
    let attributes = try JSONValue(reading: row.text(3).utf8)
    guard case .object(let object) = attributes else {
      throw SQLError(.wrongStatement, "an item's attributes are no object")
    }
    let sort = row.text(1)
    self.init(
      key: ItemKey(partition: row.text(0), sort: sort.isEmpty ? nil : sort),
      version: try row.integer(2),
      attributes: Dictionary(
        uniqueKeysWithValues: object.members.compactMap { name, value in
          switch value {
          case .string(let text): (name, .text(text))
          case .integer(let integer): (name, .integer(integer))
          case .null, .bool, .number, .array, .object: nil
          }
        }))
  }

  fileprivate var json: String {
    JSONValue.object(
      JSONObject(
        attributes.sorted { $0.key < $1.key }.map { name, attribute in
          switch attribute {
          case .text(let text): (name: name, value: .string(text))
          case .integer(let integer): (name: name, value: .integer(integer))
          }
        })
    ).json
  }
}
