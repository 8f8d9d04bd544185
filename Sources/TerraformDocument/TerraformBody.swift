/// A block's arguments by name, or the members of any object; nested blocks are objects, or arrays of
/// them where they repeat.
///
/// Members are kept in the order in which they are written, by key, each key once. Objects are small,
/// made once, and written once, so that finding a place costs less than hashing a key, and nothing has
/// to be sorted for a file.
public struct TerraformBody: Sendable, Hashable {
  private struct Member: Sendable, Hashable {
    let key: String
    var value: TerraformJSON
  }

  private var sorted: [Member]

  /// An object without members.
  public init() { sorted = [] }

  /// The members of a dictionary.
  public init(_ members: [String: TerraformJSON]) {
    sorted = members.map { Member(key: $0.key, value: $0.value) }
    sorted.sort { $0.key < $1.key }
  }

  /// Members of which each has a key of its own; another one of a key is a mistake of the author and
  /// traps.
  public init(uniqueKeysWithValues members: some Sequence<(String, TerraformJSON)>) {
    sorted = members.map { Member(key: $0, value: $1) }
    sorted.sort { $0.key < $1.key }
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      precondition(left.key != right.key, "an object has the key \(left.key) twice")
    }
  }

  /// A member; setting nil removes it.
  public subscript(key: String) -> TerraformJSON? {
    get {
      let position = position(of: key)
      return isMember(key, at: position) ? sorted[position].value : nil
    }
    set {
      let position = position(of: key)
      switch (newValue, isMember(key, at: position)) {
      case (let value?, true): sorted[position].value = value
      case (let value?, false): sorted.insert(Member(key: key, value: value), at: position)
      case (nil, true): sorted.remove(at: position)
      case (nil, false): break
      }
    }
  }

  /// Where the member of a key is, or would have to be inserted.
  private func position(of key: String) -> Int {
    var range = sorted.startIndex..<sorted.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        sorted[middle].key < key
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  private func isMember(_ key: String, at position: Int) -> Bool {
    position < sorted.endIndex && sorted[position].key == key
  }
}

extension TerraformBody: RandomAccessCollection {
  /// The first member.
  public var startIndex: Int { sorted.startIndex }
  /// Behind the last member.
  public var endIndex: Int { sorted.endIndex }
  /// A member by its place.
  public subscript(position: Int) -> (key: String, value: TerraformJSON) {
    (sorted[position].key, sorted[position].value)
  }
}

extension TerraformBody {
  /// The keys, sorted.
  public var keys: [String] { sorted.map(\.key) }

  /// The values in the order of their keys.
  public var values: [TerraformJSON] { sorted.map(\.value) }

  /// Calls `visit` for each reference in the values.
  func forEachReference(_ visit: (TerraformReference) -> Void) {
    sorted.withUnsafeBufferPointer { members in
      for index in members.indices { members[index].value.forEachReference(visit) }
    }
  }

  /// The same keys with other values.
  public func mapValues(_ transform: (TerraformJSON) -> TerraformJSON) -> TerraformBody {
    var body = self
    for index in body.sorted.indices { body.sorted[index].value = transform(sorted[index].value) }
    return body
  }

  /// The members that `isIncluded` accepts.
  public func filter(
    _ isIncluded: ((key: String, value: TerraformJSON)) -> Bool
  ) -> TerraformBody {
    var body = self
    body.sorted.removeAll { !isIncluded(($0.key, $0.value)) }
    return body
  }

  /// Adds members; `combine` chooses between an old and a new value of the same key.
  public mutating func merge(
    _ others: TerraformBody,
    uniquingKeysWith combine: (TerraformJSON, TerraformJSON) -> TerraformJSON
  ) {
    for (key, value) in others { self[key] = self[key].map { combine($0, value) } ?? value }
  }

  /// The members of both; `combine` chooses between an own and an other value of the same key.
  public func merging(
    _ others: TerraformBody,
    uniquingKeysWith combine: (TerraformJSON, TerraformJSON) -> TerraformJSON
  ) -> TerraformBody {
    var body = self
    body.merge(others, uniquingKeysWith: combine)
    return body
  }
}

extension TerraformBody: ExpressibleByDictionaryLiteral {
  /// Members as they are written out; a key given twice is a mistake of the author and traps.
  public init(dictionaryLiteral members: (String, TerraformJSON)...) {
    self.init(uniqueKeysWithValues: members)
  }
}
