import ParallelMap

/// Compares a folder with trees and, where it is asked to, stages what is new.
struct FolderUpdate {
  let trees: GeneratedTrees
  let disk: Disk
  let discardingEdits: Bool
  /// Whether several environments are looked at at once.
  let isParallel: Bool

  /// What makes the folder equal to the trees; `stage` gets the plan of each environment while its
  /// files are in memory, and is called for several environments at once.
  ///
  /// - Throws: what `stage` throws, or what the trees throw.
  func plan(
    staging stage: @Sendable (inout FilePlan) throws(GeneratedFolderError) -> Void
  ) throws -> FilePlan {
    let known = try environmentsOnDisk()
    let wanted = Set(trees.environments)
    let lost = try Comparison(
      lost: known.filter { !wanted.contains($0) }, on: disk, discardingEdits: discardingEdits)
    let isOnDisk = Set(known)
    let planOne = { @Sendable (environment: GeneratedPath) in
      Result {
        let tree = try trees.tree(of: environment)
        var plan = try Comparison(
          tree, with: isOnDisk.contains(environment) ? environment : nil, after: lost
        ).plan
        if plan.conflicts.isEmpty { try stage(&plan) }
        plan.newFiles = []
        return plan
      }
    }
    let plans =
      isParallel ? trees.environments.parallelMap(planOne) : trees.environments.map(planOne)
    return FilePlan([lost.plan] + (try plans.successes(combining: error)))
  }

  /// An error of the file system, or what the trees make of all errors of theirs.
  private func error(_ failures: [any Error]) -> any Error {
    failures.first { $0 is GeneratedFolderError } ?? trees.error(failures)
  }

  /// Takes names from the folder's listing, so that on a disk that ignores case each environment
  /// counts once, under the name that it has there.
  private func environmentsOnDisk() throws(GeneratedFolderError) -> [GeneratedPath] {
    guard try disk.entry(at: "") != nil else { return [] }
    return try disk.names(in: "").compactMap { GeneratedPath(validating: $0) }
  }
}
