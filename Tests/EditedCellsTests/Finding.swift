import SourceLocations

/// What is told of the fleet of one mistake, as the compiled program prints it and the tests read it.
struct Finding: Codable, Hashable {
  /// `error` or `warning`.
  let severity: String
  /// The rule or step that found it.
  let rule: String
  /// All that is printed, with the file's name alone.
  let text: String
  /// The edits of the fix.
  let edits: [SourceEdit]
}
