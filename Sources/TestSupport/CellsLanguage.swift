/// How the package compiles the cells.
public enum CellsLanguage {
  /// The compiler's flags for it, with messages of one line each.
  public static let flags = [
    "-swift-version", "6", "-enable-upcoming-feature", "ExistentialAny",
    "-enable-upcoming-feature", "MemberImportVisibility", "-diagnostic-style", "llvm",
  ]
}
