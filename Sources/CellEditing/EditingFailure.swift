public import SourceLocations

/// Why a file was not edited; nothing of the edit was done.
public enum EditingFailure: Error, Sendable, Hashable {
  /// The place lies in a file that is not among those to edit.
  case foreignFile(SourceLocation)
  /// The file's brackets or texts do not end, from the place on.
  case unreadable(SourceLocation, problem: String)
  /// At the place stands nothing that could be edited so: the file is no longer what was compiled,
  /// or the element is written somewhere else.
  case notThere(SourceLocation, expected: String)
  /// Another edit has written something else there.
  case contradiction(SourceLocation)
  /// What is to be written is no code of the kind that the edit writes.
  case unusableCode(String)
}

extension EditingFailure {
  /// What is wrong, as in a diagnostic's message, with paths below `directory` shortened.
  public func problem(relativeTo directory: String) -> String {
    switch self {
    case .foreignFile(let place):
      "\(place.path(relativeTo: directory)) is no file of cells/"
    case .unreadable(let place, let problem):
      "\(place.description(relativeTo: directory)): \(problem)"
    case .notThere(let place, let expected):
      "\(expected) is not at \(place.description(relativeTo: directory))"
    case .contradiction(let place):
      "another fix has changed what is at \(place.description(relativeTo: directory))"
    case .unusableCode(let code):
      "`\(code)` is no element and no argument"
    }
  }
}
