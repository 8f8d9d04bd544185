/// Why a path can't be part of a tree: always a mistake of the program that generates.
public enum GeneratedTreeError: Error, Sendable, Hashable {
  /// Not a relative path of plain parts.
  case invalidPath(String, problem: String)
  /// It lies in no environment's folder.
  case outsideEnvironment(GeneratedPath)
  /// The name belongs to the writer: an environment's manifest, or the staging folder.
  case reserved(GeneratedPath)
  /// Two files of one path; they are never merged.
  case addedTwice(GeneratedPath)
  /// `file` would have to be a folder, because `inside` lies in it.
  case fileAndFolder(file: GeneratedPath, inside: GeneratedPath)
  /// Two paths that a file system which ignores case, as macOS has, can't tell apart.
  case differOnlyInCase(GeneratedPath, GeneratedPath)
}

extension GeneratedTreeError: CustomStringConvertible {
  /// What is wrong and what to do, as two lines.
  public var description: String {
    switch self {
    case .invalidPath(let text, let problem):
      """
      \(text.debugDescription) can't be a generated file's path: \(problem)
        fix: write parts of printable ASCII with single slashes between, such as production/a.json
      """
    case .outsideEnvironment(let path):
      """
      \(path) lies in no environment
        fix: put it into an environment's folder, such as production/\(path)
      """
    case .reserved(let path):
      """
      \(path) is a name that the writer keeps for itself
        fix: give the file another name
      """
    case .addedTwice(let path):
      """
      \(path) is generated twice
        fix: give one of the two another name, or make them one file
      """
    case .fileAndFolder(let file, let inside):
      """
      \(file) is generated as a file, and \(inside) needs a folder of that name
        fix: give one of the two another name
      """
    case .differOnlyInCase(let first, let second):
      """
      \(first) and \(second) differ only by letter case, and are one file on many disks
        fix: give one of the two another name
      """
    }
  }
}
