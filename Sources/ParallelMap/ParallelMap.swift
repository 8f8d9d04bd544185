import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// What `transform` makes of each element, in order, worked out on all cores at once.
  ///
  /// The caller waits. No more than one element for each core is under way, so that memory that
  /// `transform` needs for a while is needed that often and no oftener.
  public func parallelMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { position in
      let result = transform(self[position])
      results.withLock { $0[position] = result }
    }
    return results.withLock { $0 }.map { result in
      guard let result else { preconditionFailure("every iteration gives a result") }
      return result
    }
  }
}
