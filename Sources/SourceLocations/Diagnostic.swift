/// One thing that is wrong with the source, or doubtful: where, what, and what to write instead.
public struct Diagnostic: Sendable, Hashable {
  /// Whether generation goes on.
  public enum Severity: String, Sendable, Hashable {
    /// Nothing is generated.
    case error
    /// Generated all the same; a person should look.
    case warning
  }

  /// A second place that explains the first: the other of two owners, the target of a reference.
  public struct Note: Sendable, Hashable {
    /// Where to look.
    public let location: SourceLocation
    /// What stands there.
    public let message: String

    /// Points at a second place.
    public init(at location: SourceLocation, _ message: String) {
      self.location = location
      self.message = message
    }
  }

  /// Error or warning.
  public let severity: Severity
  /// The rule or step that found it, in kebab case: `cidr-overlap`.
  public let rule: String
  /// The line that is to blame.
  public let location: SourceLocation
  /// What is wrong with the actual value, in one sentence without a full stop.
  public let message: String
  /// What to write instead.
  public let fix: Fix
  /// Other places that matter.
  public let notes: [Note]

  /// States a problem; `fix` is required because a message that leaves the reader alone is half one.
  public init(
    _ severity: Severity, rule: String, at location: SourceLocation, _ message: String,
    fix: Fix, notes: [Note] = []
  ) {
    self.severity = severity
    self.rule = rule
    self.location = location
    self.message = message
    self.fix = fix
    self.notes = notes
  }
}

extension Diagnostic: Comparable {
  /// By place, then errors before warnings, then by rule and texts, so that every run prints alike.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    guard left.location == right.location else { return left.location < right.location }
    let order = (left.severity == .error ? 0 : 1, right.severity == .error ? 0 : 1)
    return (order.0, left.rule, left.message, left.fix.text)
      < (order.1, right.rule, right.message, right.fix.text)
  }
}
