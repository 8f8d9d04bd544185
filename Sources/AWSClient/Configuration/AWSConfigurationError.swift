/// Every variable of the environment that keeps the client from working.
public struct AWSConfigurationError: Error, Sendable, Hashable {
  /// What is wrong with one variable.
  public struct Problem: Sendable, Hashable {
    /// Its name.
    public let variable: String
    /// What is wrong, and what to write instead.
    public let problem: String
  }

  /// All of them, in the order in which they are looked at.
  public let problems: [Problem]

  init(_ problems: [Problem]) {
    self.problems = problems
  }
}

extension AWSConfigurationError: CustomStringConvertible {
  /// A line for each problem.
  public var description: String {
    problems.map { "\($0.variable): \($0.problem)" }.joined(separator: "\n")
  }
}
