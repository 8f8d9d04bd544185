import AWSClient
import Foundation

/// What a table held at a moment, as another region's replica has it that lags behind.
struct TableCopy: Sendable {
  private let table: String
  private let client: AWSClient
  /// Each item as JSON.
  private let items: [Data]

  init(of table: String, _ client: AWSClient) async throws {
    self.table = table
    self.client = client
    items = try await Self.items(of: table, client)
  }

  /// How many items have an attribute with a text.
  func count(where attribute: String, is text: String) throws -> Int {
    try items.count { item in
      let fields = try JSONSerialization.jsonObject(with: item) as? [String: [String: Any]]
      return fields?[attribute]?["S"] as? String == text
    }
  }

  /// Makes the table what it was: what came later is gone, and what was changed is as before.
  func restore() async throws {
    for item in try await Self.items(of: table, client) {
      let fields = try JSONSerialization.jsonObject(with: item) as? [String: Any] ?? [:]
      let key = fields.filter { ["alert_id", "recipient_channel"].contains($0.key) }
      try await write("DeleteRequest", "Key", JSONSerialization.data(withJSONObject: key))
    }
    for item in items { try await write("PutRequest", "Item", item) }
  }

  private func write(_ request: String, _ name: String, _ value: Data) async throws {
    let text = String(decoding: value, as: UTF8.self)
    _ = try await client.send(
      RawTableOperation<BatchWriteItem>(
        text: #"{"RequestItems":{"\#(table)":[{"\#(request)":{"\#(name)":\#(text)}}]}}"#))
  }

  private static func items(of table: String, _ client: AWSClient) async throws -> [Data] {
    var items: [Data] = []
    var start = ""
    while true {
      let page = try await client.send(
        RawTableOperation<Scan>(
          text: #"{"TableName":"\#(table)","ConsistentRead":true\#(start)}"#))
      let answer = try JSONSerialization.jsonObject(with: page) as? [String: Any] ?? [:]
      for item in answer["Items"] as? [Any] ?? [] {
        items.append(try JSONSerialization.data(withJSONObject: item))
      }
      guard let last = answer["LastEvaluatedKey"] else { return items }
      let text = try JSONSerialization.data(withJSONObject: last)
      start = #","ExclusiveStartKey":\#(String(decoding: text, as: UTF8.self))"#
    }
  }
}

/// An operation of DynamoDB that only tests need, as its JSON; the type's own name is the operation's.
private struct RawTableOperation<Name: Sendable>: AWSOperation {
  let text: String
  static var service: AWSService { .dynamoDB }
  static var name: String { "\(Name.self)" }
  var isIdempotent: Bool { true }
  func body() throws -> [UInt8] { Array(text.utf8) }
  func answer(from body: [UInt8]) throws -> Data { Data(body) }
}

private enum Scan: Sendable {}
private enum BatchWriteItem: Sendable {}
