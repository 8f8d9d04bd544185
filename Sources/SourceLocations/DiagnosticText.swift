extension Diagnostic {
  /// The diagnostic as a compiler prints one, with paths below `directory` shortened.
  ///
  /// ```
  /// cells/Production.swift:14:3: error: cell-usw1-01 asks for 3 availability zones; …
  ///   fix: write `availabilityZones: 2`, or move the cell to us-west-2
  /// ```
  public func text(relativeTo directory: String) -> String {
    let head = "\(location.description(relativeTo: directory)): \(severity.rawValue): \(message)"
    let notes = notes.map {
      "  note: \($0.location.description(relativeTo: directory)): \($0.message)"
    }
    return ([head] + notes + ["  fix: \(fix)"]).joined(separator: "\n")
  }
}
