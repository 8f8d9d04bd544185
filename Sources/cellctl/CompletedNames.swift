import ArgumentParser
import CellDescription
import Cells
import SourceLocations

/// The names of the cells that `cellctl` was built with, sorted; they may have errors.
var writtenCells: [String] {
  fleet.environments.flatMap(\.value.elements).compactMap { element in
    switch element.value {
    case .cell(let cell): cell.name
    default: nil
    }
  }.sorted()
}

/// What a shell offers behind `cellctl`: the names in the cells that it was built with.
extension CompletionKind {
  /// Cells, by name.
  static var cells: CompletionKind { .custom { _, _, _ in writtenCells } }

  /// Environments, by name.
  static var environments: CompletionKind {
    .custom { _, _, _ in fleet.environments.map(\.value.name).sorted() }
  }

  /// Branches and tags of the repository around the working directory.
  static var revisions: CompletionKind {
    .shellCommand("git for-each-ref --format='%(refname:short)' refs/heads refs/tags 2>/dev/null")
  }
}
