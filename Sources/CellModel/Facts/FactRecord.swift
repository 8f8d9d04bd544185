/// Where and when a fact was read, without what it says: a line in the list of all facts.
public struct FactRecord: Sendable, Hashable {
  /// The fact's name in Swift, by which its table is found: `EKSVersionFacts.releases`.
  public let name: String
  /// The page or file that says so.
  public let source: String
  /// When the source was read; of a price, the day for which the source gives it.
  public let date: FactDate
  /// What the source leaves open, where it does.
  public let note: String?

  /// Records `fact` under its name.
  package init<Known>(_ name: String, _ fact: Fact<Known>) {
    self.name = name
    source = fact.source
    date = fact.date
    note = fact.note
  }
}
