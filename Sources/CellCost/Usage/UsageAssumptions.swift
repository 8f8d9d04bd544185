import SourceLocations

/// What is assumed of usage, each value the standard one or a user's.
public struct UsageAssumptions: Sendable, Hashable {
  private var given: [String: Quantity] = [:]

  /// The standard assumptions.
  public init() {}

  /// How much of `assumption` is assumed.
  public func quantity(of assumption: Assumption) -> Quantity {
    given[assumption.name] ?? assumption.value
  }

  /// Whether a user said so.
  public func isGiven(_ assumption: Assumption) -> Bool { given[assumption.name] != nil }

  /// Assumes what `text` says, such as `web-requests=50`.
  ///
  /// - Throws: ``UnreadableAssumption`` for another form, an unknown name or an impossible value.
  public mutating func assume(_ text: String) throws(UnreadableAssumption) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw UnreadableAssumption("\"\(text)\" assumes nothing; write one such as web-requests=50")
    }
    let name = String(parts[0])
    guard let assumption = Assumption.all.first(where: { $0.name == name }) else {
      let advice = spellingAdvice(
        for: name, among: Assumption.all.map(\.name).sorted(), called: "names")
      throw UnreadableAssumption("nothing is assumed about \"\(name)\"; \(advice)")
    }
    guard let quantity = Quantity(parts[1]) else {
      throw UnreadableAssumption(
        "\(name)=\(parts[1]) is not a number; write \(name)=\(assumption.value) (\(assumption.unit))"
      )
    }
    if let maximum = assumption.maximum, quantity > maximum {
      throw UnreadableAssumption(
        "\(name)=\(parts[1]) is more than there can be; write \(maximum) or less "
          + "(\(assumption.unit))")
    }
    given[name] = quantity
  }
}

/// Why an assumption can't be made, with what to write instead.
public struct UnreadableAssumption: Error, Sendable, Hashable {
  /// A sentence without a full stop.
  public let message: String

  init(_ message: String) { self.message = message }
}
