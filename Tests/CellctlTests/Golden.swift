import Foundation
import Testing

private let goldens = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "Goldens")

/// Expects `text` to be exactly what the file `name` in `Goldens/` holds.
///
/// After a wanted change, record the files anew, look at the difference, and commit it:
/// `RECORD_GOLDENS=1 swift test --filter CellctlTests`. A run that records fails all the same.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let file = goldens.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name); run again without it", sourceLocation: sourceLocation)
  }
  let golden = try String(contentsOf: file, encoding: .utf8)
  #expect(
    text == golden, "not Goldens/\(name); if it is right: RECORD_GOLDENS=1",
    sourceLocation: sourceLocation)
}

/// Expects a golden that is one JSON value as well.
func expectGoldenJSON(
  _ text: String, _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  #expect(throws: Never.self, sourceLocation: sourceLocation) {
    try JSONSerialization.jsonObject(with: Data(text.utf8))
  }
  try expectGolden(text, name, sourceLocation: sourceLocation)
}
