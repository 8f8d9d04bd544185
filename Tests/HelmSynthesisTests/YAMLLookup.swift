import YAMLDocument

extension YAMLValue {
  /// The value of a key of a mapping; null where there is none.
  subscript(_ key: String) -> YAMLValue {
    guard case .mapping(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }

  /// The keys of a mapping, in order; none of anything else.
  var keys: [String] {
    guard case .mapping(let members) = self else { return [] }
    return members.map(\.key)
  }

  /// The elements of a list; none of anything else.
  var elements: [YAMLValue] {
    guard case .sequence(let elements) = self else { return [] }
    return elements
  }
}
