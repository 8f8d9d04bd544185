import SourceLocations

/// A name that nothing has; the command line is wrong.
struct UnknownName: Error {
  /// What is wrong and what was probably meant.
  let message: String

  /// `there is no shape smal; did you mean small?`
  init(_ name: String, kind: String, plural: String, among names: [String]) {
    message =
      "there is no \(kind) \(name); \(spellingAdvice(for: name, among: names, called: plural))"
  }
}
