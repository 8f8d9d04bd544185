/// Which arguments the provider can't change in place.
///
/// The provider's schema does not tell; `scripts/replacements` asks the provider itself.
package enum ReplacementFacts {
  /// What a change of an argument does.
  enum Effect: Sendable, Hashable {
    /// The object is destroyed and made anew.
    case replacement
    /// The object stays.
    case change
    /// Nobody has asked.
    case unknown
  }

  private struct Arguments {
    var replacing: Set<String> = []
    var changing: Set<String> = []
  }

  /// What changing `path` does to a resource of `type`.
  ///
  /// A path inside one that replaces does so too; so does a block of which a part does.
  static func effect(ofChanging path: String, in type: String) -> Effect {
    guard let known = table[type] else { return .unknown }
    let replaces = known.replacing.contains { fact in
      fact == path || path.hasPrefix("\(fact).") || fact.hasPrefix("\(path).")
    }
    if replaces { return .replacement }
    return known.changing.contains(String(path.prefix { $0 != "." })) ? .change : .unknown
  }

  /// Types that were measured.
  package static var types: Set<String> { Set(table.keys) }

  private static let table: [String: Arguments] = {
    var table: [String: Arguments] = [:]
    var type = ""
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "new": table[type, default: Arguments()].replacing.formUnion(words.dropFirst())
      case "same": table[type, default: Arguments()].changing.formUnion(words.dropFirst())
      default:
        type = words.joined()
        table[type] = Arguments()
      }
    }
    return table
  }()
}
