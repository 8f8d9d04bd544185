import AWSClient
import CellContract
import CellPrimitives
import Foundation

/// A table of DynamoDB, in the cell's own region.
///
/// A conditional write is decided by the region's own replica, so an item is only ever changed in one
/// region: see ``CellContract/Table``.
struct DynamoDBTable: ItemTable {
  let table: Table
  let name: String
  let client: AWSClient

  private static let version = "version"

  func item(_ key: ItemKey) async throws -> Item? {
    let answer = try await client.send(
      DynamoDB.GetItem(table: name, key: attributes(of: key), isConsistent: true))
    return answer.item.flatMap(item)
  }

  func put(_ item: Item, expecting expected: Int64?) async throws -> Bool {
    var attributes = attributes(of: item.key)
    for (name, attribute) in item.attributes {
      attributes[name] =
        switch attribute {
        case .text(let text): .string(text)
        case .integer(let integer): .number("\(integer)")
        }
    }
    let version = (expected ?? 0) + 1
    attributes[Self.version] = .number("\(version)")
    if let expiry = table.expiryAttribute, let lifetime = table.lifetime {
      attributes[expiry] = .number(Int(Date().timeIntervalSince1970) + lifetime.seconds)
    }
    let write = DynamoDB.PutItem(
      table: name, item: attributes, condition: condition(expected),
      isIdempotent: true)
    return try await holds(attributes) { _ = try await client.send(write) }
  }

  func remove(_ key: ItemKey, expecting version: Int64) async throws -> Bool {
    let removal = DynamoDB.DeleteItem(
      table: name, key: attributes(of: key), condition: condition(version))
    return try await holds(nil) { _ = try await client.send(removal) }
  }

  func items(in partition: String, after: String?, limit: Int) async throws -> [Item] {
    var query = DynamoDB.Query(
      table: name,
      keyCondition: DynamoDB.Expression(
        "#partition = :partition", names: ["#partition": table.partitionKey.attribute],
        values: [":partition": .string(partition)]), limit: limit)
    if let after {
      query.exclusiveStartKey = attributes(of: ItemKey(partition: partition, sort: after))
    }
    var found: [Item] = []
    // A page ends early at a megabyte.
    for try await page in client.pages(of: query) {
      found += page.items.compactMap(item)
      if found.count >= limit { break }
    }
    return Array(found.prefix(limit))
  }

  private func condition(_ expected: Int64?) -> DynamoDB.Expression {
    guard let expected else {
      return DynamoDB.Expression(
        "attribute_not_exists(#key)", names: ["#key": table.partitionKey.attribute])
    }
    return DynamoDB.Expression(
      "#version = :version", names: ["#version": Self.version],
      values: [":version": .number("\(expected)")])
  }

  /// Whether a write was made. An attempt that was answered too late may have been made all the same, and
  /// the next one then finds its own item: that is a success.
  private func holds(
    _ written: DynamoDB.Item?, _ write: () async throws -> Void
  ) async throws -> Bool {
    do {
      try await write()
      return true
    } catch DynamoDB.WriteFailure.conditionFailed(let item) {
      return written != nil && item == written
    }
  }

  private func attributes(of key: ItemKey) -> DynamoDB.Item {
    var attributes: DynamoDB.Item = [table.partitionKey.attribute: .string(key.partition)]
    if let sort = table.sortKey, let value = key.sort {
      attributes[sort.attribute] = .string(value)
    }
    return attributes
  }

  /// Whether an attribute is the key's or this type's own; no set, which would be made for each item.
  private func isReserved(_ name: String) -> Bool {
    name == Self.version || name == table.partitionKey.attribute
      || name == table.sortKey?.attribute || name == table.expiryAttribute
  }

  /// Nil for an item that is none of ours.
  private func item(_ attributes: DynamoDB.Item) -> Item? {
    guard let partition = attributes[table.partitionKey.attribute]?.string,
      let version = attributes[Self.version]?.integer
    else { return nil }
    var values: [String: Item.Attribute] = [:]
    values.reserveCapacity(attributes.count)
    for (name, value) in attributes where !isReserved(name) {
      if let text = value.string {
        values[name] = .text(text)
      } else if let integer = value.integer {
        values[name] = .integer(Int64(integer))
      }
    }
    return Item(
      key: ItemKey(
        partition: partition, sort: table.sortKey.flatMap { attributes[$0.attribute]?.string }),
      version: Int64(version), attributes: values)
  }
}
