import ParallelMap
import Synchronization

/// A tree for each of several environments, made when it is asked for.
///
/// So a fleet of any size can be written without all of its files being in memory at once.
public struct GeneratedTrees: Sendable {
  /// The folders of the environments, sorted.
  let environments: [GeneratedPath]
  private let makeTree: @Sendable (String) throws -> GeneratedTree
  private let combine: @Sendable ([any Error]) -> any Error
  private let counter = FileCounter()

  /// Trees of `environments`, made by `makeTree`, perhaps several at once.
  ///
  /// - Parameters:
  ///   - environments: the environments' names.
  ///   - combine: the error that is thrown for those of all environments that could not be made, of
  ///     which there is at least one; by default the first.
  ///   - makeTree: the tree of one environment, with files of no other.
  /// - Throws: ``GeneratedTreeError`` where a name is no folder's, is given twice, or differs from
  ///   another one only by letter case.
  public init(
    of environments: some Sequence<String>,
    combiningErrors combine: @escaping @Sendable ([any Error]) -> any Error = { $0[0] },
    _ makeTree: @escaping @Sendable (String) throws -> GeneratedTree
  ) throws(GeneratedTreeError) {
    var taken: [String: GeneratedPath] = [:]
    for name in environments {
      let path = try GeneratedPath(name)
      guard path.parent == nil else {
        throw .invalidPath(name, problem: "an environment has one folder")
      }
      guard path.folded != Staging.folder else { throw .reserved(path) }
      if let other = taken.updateValue(path, forKey: path.folded) {
        throw other == path ? .addedTwice(path) : .differOnlyInCase(other, path)
      }
    }
    self.environments = taken.values.sorted()
    self.makeTree = makeTree
    self.combine = combine
  }

  /// The environments of a tree that is there already.
  public init(_ tree: GeneratedTree) {
    let parts = tree.byEnvironment
    environments = parts.keys.sorted()
    makeTree = { name in
      guard let path = GeneratedPath(validating: name), let part = parts[path] else {
        preconditionFailure("\(name) is an environment of the tree")
      }
      return part
    }
    combine = { $0[0] }
  }

  /// The tree of one environment; traps where it holds a file of another one.
  func tree(of environment: GeneratedPath) throws -> GeneratedTree {
    let tree = try makeTree(environment.text)
    counter.count(tree, of: environment)
    precondition(
      tree.environments.allSatisfy { $0 == environment.text },
      "the tree of \(environment) has files of that environment only")
    return tree
  }

  /// What is thrown for the errors of several environments.
  func error(_ failures: [any Error]) -> any Error { combine(failures) }

  /// How many files the trees have that were made so far, with the manifest of each environment.
  public var fileCount: Int { counter.total }

  /// All trees in one, made several at once.
  public func wholeTree() throws -> GeneratedTree {
    let parts = environments.parallelMap { environment in Result { try tree(of: environment) } }
    let trees = try parts.successes(combining: error)
    var whole = GeneratedTree()
    for tree in trees { for path in tree.paths { try whole.add(path, tree[path] ?? []) } }
    return whole
  }
}

/// Counts the files of trees as they are made.
private final class FileCounter: Sendable {
  private let counts = Mutex<[GeneratedPath: Int]>([:])

  var total: Int { counts.withLock { $0.values.reduce(0, +) } }

  func count(_ tree: GeneratedTree, of environment: GeneratedPath) {
    let files = tree.isEmpty ? 0 : tree.count + 1
    counts.withLock { $0[environment] = files }
  }
}
