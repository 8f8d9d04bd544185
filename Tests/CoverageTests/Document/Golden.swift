import Foundation
import Testing

/// Expects `text` to be exactly what the file at `path`, from the package's folder, holds.
///
/// After a wanted change, record the file anew, look at the difference, and commit it:
/// `RECORD_GOLDENS=1 swift test --filter CoverageTests`. A run that records fails all the same.
func expectCommitted(
  _ text: String, _ path: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let file = package.appending(path: path)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(path); run again without it", sourceLocation: sourceLocation)
  }
  let committed = try String(contentsOf: file, encoding: .utf8)
  if let difference = firstDifference(of: text, from: committed) {
    Issue.record(
      "\(path):\(difference)\n  fix: mend what it is made from, or RECORD_GOLDENS=1 if it is right",
      sourceLocation: sourceLocation)
  }
}

/// The number of the first line in which two texts differ, with that line of both; nil where none does.
/// The texts fill many screens, and one line tells what has changed.
func firstDifference(of text: String, from committed: String) -> String? {
  guard text != committed else { return nil }
  let made = text.split(separator: "\n", omittingEmptySubsequences: false)
  let kept = committed.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(made, kept).prefix { $0 == $1 }.count
  func shown(_ lines: [Substring]) -> String { line < lines.count ? "“\(lines[line])”" : "its end" }
  return "\(line + 1) has \(shown(kept)) and not \(shown(made))"
}
