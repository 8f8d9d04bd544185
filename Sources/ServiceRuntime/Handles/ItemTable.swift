/// Reads and writes the items of one table: by key, and by partition in the order of the sort key.
///
/// Items are changed by compare and set on their version, so that of two who change one item at once
/// only one does.
public protocol ItemTable: Sendable {
  /// The item with a key, as the last successful write left it.
  func item(_ key: ItemKey) async throws -> Item?

  /// Writes an item where the one that is there has the version `expected`, nil meaning that there is
  /// none; the item gets the next version. False where it isn't so, and nothing is written.
  func put(_ item: Item, expecting expected: Int64?) async throws -> Bool

  /// Removes an item of that version; false where it has another one or isn't there.
  func remove(_ key: ItemKey, expecting version: Int64) async throws -> Bool

  /// Items of a partition after the sort key `after`, at most `limit`.
  ///
  /// In a cell these may lag behind a write by some milliseconds.
  func items(in partition: String, after: String?, limit: Int) async throws -> [Item]
}

/// Where an item is.
public struct ItemKey: Sendable, Hashable {
  /// Value of the partition key.
  public let partition: String
  /// Nil in a table without sort key.
  public let sort: String?

  /// A key of both values.
  public init(partition: String, sort: String? = nil) {
    self.partition = partition
    self.sort = sort
  }
}

/// An item: a flat record of texts and numbers.
public struct Item: Sendable, Hashable {
  /// One attribute.
  public enum Attribute: Sendable, Hashable {
    case text(String)
    case integer(Int64)
  }

  /// Where it is.
  public let key: ItemKey
  /// 1 when it is first written, and one more each time.
  public internal(set) var version: Int64
  /// Everything beside the key, the version and the expiry; texts are not empty.
  public var attributes: [String: Attribute]

  /// An item; one that was never written has version 0.
  public init(key: ItemKey, version: Int64 = 0, attributes: [String: Attribute]) {
    self.key = key
    self.version = version
    self.attributes = attributes
  }

  /// A text; nil where there is none.
  public func text(_ name: String) -> String? {
    if case .text(let text)? = attributes[name] { text } else { nil }
  }

  /// A number; nil where there is none.
  public func integer(_ name: String) -> Int64? {
    if case .integer(let integer)? = attributes[name] { integer } else { nil }
  }
}
