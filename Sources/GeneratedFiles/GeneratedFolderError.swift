/// Why files were not written, or could not be compared.
///
/// After every case but the last two the folder holds what it held before.
public enum GeneratedFolderError: Error, Sendable, Hashable {
  /// Something on disk is not ours to change; all such places, sorted by path.
  case conflicts([FileConflict], folder: String)
  /// The lock on the folder is held by somebody else.
  case anotherRun(folder: String)
  /// The file system refused.
  case system(SystemFailure)
  /// The staging folder of a killed run can't be used to put the files back.
  case damagedStaging(path: String, problem: String)
  /// `failure` happened while changes were undone, those of a killed run or of this one, which had
  /// failed with `cause`. Staging folder and journal are kept, and the next run tries again.
  indirect case notUndone(GeneratedFolderError, cause: GeneratedFolderError?)
  /// The new files are all in place, and only the staging folder could not be removed.
  case notCleanedUp(SystemFailure)
}

extension GeneratedFolderError: CustomStringConvertible {
  /// What is wrong and what to do, ready to be printed.
  public var description: String {
    switch self {
    case .conflicts(let conflicts, let folder):
      (conflicts.map { $0.text(in: folder) } + ["\(folder) is as it was"]).joined(separator: "\n")
    case .anotherRun(let folder):
      """
      another run is writing or checking \(folder)
        fix: wait until it has ended
      """
    case .system(let failure):
      """
      \(failure); the generated files are as they were
        fix: \(failure.advice)
      """
    case .damagedStaging(let path, let problem):
      """
      \(path) was left by a run that was killed, and \(problem)
        fix: then run again; or delete \(path) and restore the files from version control
      """
    case .notUndone(let failure, nil):
      """
      a run was killed while it wrote, and can't be undone yet: \(failure.inner)
      """
    case .notUndone(let failure, let cause?):
      """
      \(cause.inner)
      what had been written can't be undone yet, and the next run tries again: \(failure.inner)
      """
    case .notCleanedUp(let failure):
      """
      all files are written, but \(failure)
        fix: \(failure.advice)
      """
    }
  }

  /// The description without the claim that nothing has changed.
  private var inner: String {
    guard case .system(let failure) = self else { return description }
    return "\(failure)\n  fix: \(failure.advice)"
  }
}
