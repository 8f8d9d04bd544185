import SourceLocations

extension Fix {
  /// Writes an element into the cell's own block, which no other cell sees, or changes the one that
  /// it has there.
  static func write(_ code: String, in cell: ResolvedCell) -> Fix {
    .write(code, in: cell.location, called: cell.name)
  }

  /// Writes an element into the environment's block, or changes the one that it has there.
  static func write(_ code: String, in environment: ResolvedEnvironment) -> Fix {
    .write(code, in: environment.location, called: environment.name)
  }
}
