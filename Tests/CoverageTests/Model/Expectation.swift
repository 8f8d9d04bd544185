/// What an argument has to be. A literal is what it has to equal.
///
/// `<cell>` and `<region>` in a text stand for those of the cell that is looked at.
enum Expectation: Sendable, Equatable {
  case equals(OutValue)
  /// A list, or members of an object, among which this value is.
  case includes(OutValue)
  /// A list or an object of so many.
  case count(Int)
  case present
  case absent

  /// What is wrong with what was found, in one place or in several; nil where nothing is.
  func problem(with found: [OutValue]) -> String? {
    switch self {
    case .absent: found.first.map { "is \($0)" }
    case .present, .equals, .includes, .count:
      if found.count == 1 {
        holds(for: found[0])
          ? nil : count.map { _ in "has \(found[0].count ?? 0)" } ?? "is \(found[0])"
      } else {
        found.isEmpty ? "is not there" : "is there \(found.count) times"
      }
    }
  }

  private func holds(for value: OutValue) -> Bool {
    switch (self, value) {
    case (.absent, _): false
    case (.present, _): true
    case (.equals(let wanted), _): value == wanted
    case (.count(let number), _): value.count == number
    case (.includes(let wanted), .list(let elements)): elements.contains(wanted)
    case (.includes(let wanted), .object(let members)): members.values.contains(wanted)
    case (.includes, .null), (.includes, .bool), (.includes, .integer), (.includes, .number),
      (.includes, .text):
      false
    }
  }

  private var count: Int? {
    guard case .count(let number) = self else { return nil }
    return number
  }

  /// What to write instead.
  var wish: String {
    switch self {
    case .equals(let value): "make it \(value)"
    case .includes(let value): "let \(value) be among them"
    case .count(let number): "let there be \(number)"
    case .present: "set it"
    case .absent: "take it away"
    }
  }

  /// For one cell and region.
  func filled(_ fill: (String) -> String) -> Expectation {
    switch self {
    case .equals(let value): .equals(value.filled(fill))
    case .includes(let value): .includes(value.filled(fill))
    case .count, .present, .absent: self
    }
  }
}

extension OutValue {
  fileprivate func filled(_ fill: (String) -> String) -> OutValue {
    switch self {
    case .null, .bool, .integer, .number: self
    case .text(let text): .text(fill(text))
    case .list(let elements): .list(elements.map { $0.filled(fill) })
    case .object(let members):
      .object(
        Dictionary(uniqueKeysWithValues: members.map { (fill($0), $1.filled(fill)) }))
    }
  }
}

extension Expectation: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(booleanLiteral truth: Bool) { self = .equals(.bool(truth)) }
  init(integerLiteral number: Int) { self = .equals(.integer(number)) }
  init(stringLiteral text: String) { self = .equals(.text(text)) }
  init(arrayLiteral elements: OutValue...) { self = .equals(.list(elements)) }
  init(dictionaryLiteral members: (String, OutValue)...) {
    self = .equals(.object(Dictionary(uniqueKeysWithValues: members)))
  }
}
