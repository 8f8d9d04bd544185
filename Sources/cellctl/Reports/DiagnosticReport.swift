import SourceLocations

/// Diagnostics as people or programs read them.
struct DiagnosticReport {
  private let diagnostics: [Diagnostic]
  private let directory: String

  init(_ diagnostics: [Diagnostic], relativeTo directory: String) {
    self.diagnostics = diagnostics
    self.directory = directory
  }

  /// Every diagnostic as a compiler prints one, and a last line that counts them.
  var text: String {
    let blocks = diagnostics.map { $0.text(relativeTo: directory) }
    return (blocks + [summary]).joined(separator: "\n")
  }

  var entries: [Report.Entry] {
    diagnostics.map { diagnostic in
      Report.Entry(
        severity: diagnostic.severity.rawValue, rule: diagnostic.rule,
        place: Report.Place(diagnostic.location, relativeTo: directory),
        message: diagnostic.message, fix: diagnostic.fix,
        notes: diagnostic.notes.map {
          Report.Note(place: Report.Place($0.location, relativeTo: directory), message: $0.message)
        })
    }
  }

  private var summary: String {
    let errors = diagnostics.count { $0.severity == .error }
    return [count(errors, "error"), count(diagnostics.count - errors, "warning")]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func count(_ number: Int, _ noun: String) -> String? {
    number == 0 ? nil : "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
