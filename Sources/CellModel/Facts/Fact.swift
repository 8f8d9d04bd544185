/// Something about AWS or Kubernetes that a rule relies on, with where and when it was read.
public struct Fact<Known: Sendable>: Sendable {
  /// What is known.
  public let value: Known
  /// The page or file that says so: its publisher and title, or its address.
  public let source: String
  /// When the source was read.
  public let date: FactDate
  /// What the source leaves open, where it does.
  public let note: String?

  /// States a fact; `source` must let a person find the page again.
  package init(
    _ value: Known, source: String, date: FactDate = .tablesChecked, note: String? = nil
  ) {
    self.value = value
    self.source = source
    self.date = date
    self.note = note
  }
}
