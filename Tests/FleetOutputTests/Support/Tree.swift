import CellDescription
import CellModel
import FleetOutput
import GeneratedFiles

/// The generated files of a fleet, on the day on which the facts were looked up.
func tree(of fleet: Fleet) throws -> GeneratedTree {
  try generatedTree(of: ValidatedFleet(validating: fleet, on: .tablesChecked))
}

extension GeneratedTree {
  /// Every file as text, by path.
  var texts: [String: String] {
    Dictionary(
      uniqueKeysWithValues: paths.map { path in
        (path.text, String(decoding: self[path] ?? [], as: UTF8.self))
      })
  }

  /// What one has to add, change or remove to make `other` of this tree.
  func differences(to other: GeneratedTree) -> (
    added: [String], changed: [String], removed: [String]
  ) {
    let (old, new) = (texts, other.texts)
    return (
      new.keys.filter { old[$0] == nil }.sorted(),
      new.keys.filter { old[$0] != nil && old[$0] != new[$0] }.sorted(),
      old.keys.filter { new[$0] == nil }.sorted()
    )
  }
}
