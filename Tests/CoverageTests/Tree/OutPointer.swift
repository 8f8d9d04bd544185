/// A place in a value that is there, step by step from the outside.
struct OutPointer: Hashable, Sendable {
  enum Key: Hashable, Sendable {
    case member(String)
    case element(Int)
  }

  var keys: [Key]
}

extension OutValue {
  /// What stands at a place; nil where nothing does.
  subscript(_ pointer: OutPointer) -> OutValue? {
    var value: OutValue? = self
    for key in pointer.keys {
      switch key {
      case .member(let name): value = value?[member: name]
      case .element(let index): value = value?[element: index]
      }
    }
    return value
  }

  /// This value with another one, or nothing, at a place; itself where there is no such place.
  func replacing(_ pointer: OutPointer, with value: OutValue?) -> OutValue {
    replacing(pointer.keys[...], with: value) ?? .null
  }

  private func replacing(_ keys: ArraySlice<OutPointer.Key>, with value: OutValue?) -> OutValue? {
    guard let key = keys.first else { return value }
    switch (key, self) {
    case (.member(let name), .object(var members)):
      guard let member = members[name] else { return self }
      members[name] = member.replacing(keys.dropFirst(), with: value)
      return .object(members)
    case (.element(let index), .list(var elements)):
      guard elements.indices.contains(index) else { return self }
      if let element = elements[index].replacing(keys.dropFirst(), with: value) {
        elements[index] = element
      } else {
        elements.remove(at: index)
      }
      return .list(elements)
    case (.member, .null), (.member, .bool), (.member, .integer), (.member, .number),
      (.member, .text), (.member, .list), (.element, .null), (.element, .bool),
      (.element, .integer), (.element, .number), (.element, .text), (.element, .object):
      return self
    }
  }
}
