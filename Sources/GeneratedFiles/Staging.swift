/// The folder beside the environments in which a run prepares its files and keeps the old ones.
///
/// It is on the same file system as the files, so that each comes and goes by one rename. While it
/// holds a journal, the files outside are neither the old tree nor the new one for certain; without
/// one they are whole, and the staging folder is waste.
enum Staging {
  /// Its name.
  static let folder = ".cellctl-staging"
  /// New files, complete before the first of them is moved.
  static let newFiles = "\(folder)/new"
  /// Files that were replaced or removed.
  static let oldFiles = "\(folder)/old"
  /// What is being done; it gets this name when it is complete.
  static let journal = "\(folder)/journal"
  /// The journal while it is written.
  static let unfinishedJournal = "\(folder)/journal.unfinished"

  static func newFile(_ number: Int) -> String { "\(newFiles)/\(number)" }
  static func oldFile(_ number: Int) -> String { "\(oldFiles)/\(number)" }
}
