import SourceLocations

/// What a command came to, in both forms; nothing is printed yet.
struct Outcome {
  /// For standard output.
  var text = ""
  /// Whether the text shows what comes and goes, line by line.
  var isDifference = false
  /// Errors and warnings of the cells that the command itself found.
  var diagnostics: [Diagnostic] = []
  /// For standard error, after the diagnostics.
  var problem = ""
  /// For `--format json`; the diagnostics are added when it is printed.
  var report = Report()
  /// Whether the exit status is 1.
  var isFailure = false
}
