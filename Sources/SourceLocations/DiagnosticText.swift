extension Diagnostic {
  /// A part of the text of a diagnostic, for who shows parts differently.
  public enum TextPart: Sendable, Hashable {
    /// Where it is.
    case place
    /// `error:` or `warning:`.
    case severity(Severity)
    /// `note:` or `fix:`.
    case label
  }

  /// The diagnostic as a compiler prints one, with paths below `directory` shortened, and the rule's name
  /// behind the message.
  ///
  /// ```
  /// cells/Production.swift:14:3: error: cell-usw1-01 asks for 3 availability zones; … [zones]
  ///   fix: write `availabilityZones: 2`, or move the cell to us-west-2
  /// ```
  ///
  /// - Parameters:
  ///   - directory: the folder to which places are relative.
  ///   - styled: what stands for a part, as colours on a terminal; by default the part itself.
  public func text(
    relativeTo directory: String, styled: (TextPart, String) -> String = { $1 }
  ) -> String {
    func place(_ location: SourceLocation) -> String {
      styled(.place, "\(location.description(relativeTo: directory)):")
    }
    let severity = styled(.severity(severity), "\(severity.rawValue):")
    let head = "\(place(location)) \(severity) \(message) [\(rule)]"
    let notes = notes.map {
      "  \(styled(.label, "note:")) \(place($0.location)) \($0.message)"
    }
    return ([head] + notes + ["  \(styled(.label, "fix:")) \(fix)"]).joined(separator: "\n")
  }
}
