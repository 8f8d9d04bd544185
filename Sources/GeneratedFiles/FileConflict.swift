/// A place on disk that is not ours to change, or that can't be what the tree needs there.
public struct FileConflict: Sendable, Hashable {
  /// What stands in the way.
  public enum Kind: String, Sendable, Hashable {
    /// A generated file whose bytes are neither those that were written nor those to be written.
    case handEdited
    /// A file that is to be generated, but no manifest owns the one that is there.
    case foreignFile
    /// A symbolic link, which is never followed.
    case symbolicLink
    /// A folder where a file has to be.
    case folderInPlaceOfFile
    /// A file where a folder has to be.
    case fileInPlaceOfFolder
    /// A device, pipe or socket.
    case specialFile
    /// A manifest that doesn't say reliably what is owned.
    case unreadableManifest
    /// The staging folder of a run that was killed; the next write undoes it.
    case killedRun
  }

  /// Which place, relative to the folder of generated files.
  public let path: GeneratedPath
  /// What stands in the way.
  public let kind: Kind
  /// What is wrong, as the end of a sentence that starts with the path.
  public let problem: String
  /// What to do about it.
  public let advice: String

  /// Where, what and what to do, as two lines; `folder` is the folder of generated files.
  public func text(in folder: String) -> String {
    "\(folder)/\(path): \(problem)\n  fix: \(advice)"
  }
}

extension FileConflict: CustomStringConvertible {
  /// Where, what and what to do, as two lines.
  public var description: String { "\(path): \(problem)\n  fix: \(advice)" }
}

extension FileConflict {
  static func handEdited(_ path: GeneratedPath, isWanted: Bool = true) -> FileConflict {
    FileConflict(
      path: path, kind: .handEdited,
      problem: "was edited by hand after it was generated"
        + (isWanted ? "" : ", and is no longer generated"),
      advice: "make the change where the file is generated from, then restore it from version "
        + "control or run with --discard-edits")
  }

  static func foreignFile(_ path: GeneratedPath) -> FileConflict {
    FileConflict(
      path: path, kind: .foreignFile,
      problem: "is in no manifest, so it was not generated, and a generated file needs its place",
      advice: "move it out of the way, or run with --discard-edits to overwrite it")
  }

  static func symbolicLink(_ path: GeneratedPath) -> FileConflict {
    FileConflict(
      path: path, kind: .symbolicLink,
      problem: "is a symbolic link, and generated files are never written through one",
      advice: "delete the link")
  }

  static func folderInPlaceOfFile(_ path: GeneratedPath) -> FileConflict {
    FileConflict(
      path: path, kind: .folderInPlaceOfFile,
      problem: "is a folder, and a generated file needs its place",
      advice: "move the folder out of the way")
  }

  static func fileInPlaceOfFolder(_ path: GeneratedPath) -> FileConflict {
    FileConflict(
      path: path, kind: .fileInPlaceOfFolder,
      problem: "is a file, and generated files need a folder in its place",
      advice: "move the file out of the way")
  }

  static func specialFile(_ path: GeneratedPath) -> FileConflict {
    FileConflict(
      path: path, kind: .specialFile,
      problem: "is neither a file nor a folder",
      advice: "delete it")
  }

  static func unreadableManifest(
    _ path: GeneratedPath, _ problem: Manifest.Problem
  ) -> FileConflict {
    FileConflict(
      path: path, kind: .unreadableManifest,
      problem: "\(problem.text), so it doesn't say which files were generated",
      advice: "take one side of a merge for the whole folder, or restore the manifest from version "
        + "control; then run again")
  }

  static func killedRun(_ path: GeneratedPath) -> FileConflict {
    FileConflict(
      path: path, kind: .killedRun,
      problem: "was left by a run that was killed while it wrote",
      advice: "generate again, which first puts back what that run had changed")
  }
}
