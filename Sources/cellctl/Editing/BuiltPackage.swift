/// The package that this executable was built from.
enum BuiltPackage {
  /// Its folder as the compiler saw it, absolute: the beginning of every place of its cells.
  static let directory = String(
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
      .joined(separator: "/"))
}
