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
  #expect(
    text == committed, "not \(path); if it is right: RECORD_GOLDENS=1",
    sourceLocation: sourceLocation)
}
