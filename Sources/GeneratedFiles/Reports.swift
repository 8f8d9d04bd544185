/// What writing a tree has done.
public struct WriteReport: Sendable, Hashable {
  /// Files that were written or removed, sorted by path; empty where everything was as it should.
  public let changes: [FileChange]
  /// Files that held what they should, sorted.
  public let unchanged: [GeneratedPath]
  /// Hand-edited and foreign files among `changes`, whose bytes are gone, sorted.
  public let discarded: [GeneratedPath]
  /// A run that had been killed was undone first.
  public let undidKilledRun: Bool
}

/// How a folder differs from a tree.
public struct CheckReport: Sendable, Hashable {
  /// What writing would do, sorted by path.
  public let changes: [FileChange]
  /// Files that hold what they should, sorted.
  public let unchanged: [GeneratedPath]
  /// Why writing would refuse, sorted by path.
  public let conflicts: [FileConflict]

  /// The folder holds exactly what it should; foreign files elsewhere don't count.
  public var isUpToDate: Bool { changes.isEmpty && conflicts.isEmpty }
}
