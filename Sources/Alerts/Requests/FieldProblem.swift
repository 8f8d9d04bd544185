/// What is wrong with one field of a request.
public struct FieldProblem: Sendable, Hashable {
  /// Where: `recipient_filters.tags[2]`, or a query parameter's or a header's name.
  public let field: String
  /// What is wrong, and what to write instead.
  public let problem: String

  /// A problem of one field.
  public init(_ field: String, _ problem: String) {
    self.field = field
    self.problem = problem
  }
}

/// A request with all that is wrong with it.
public struct InvalidRequest: Error, Sendable, Hashable {
  /// At least one.
  public let problems: [FieldProblem]

  /// A request with these problems.
  public init(_ problems: [FieldProblem]) { self.problems = problems }
}
