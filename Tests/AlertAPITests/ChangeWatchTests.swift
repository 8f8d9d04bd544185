import Foundation
import Synchronization
import Testing

@testable import AlertAPI

/// When anything changed last, for many who ask.
@Suite struct ChangeWatchTests {
  @Test func `a hundred who ask at a time ask the database once`() async throws {
    let asked = Counter()
    let watch = ChangeWatch(freshness: .seconds(3600)) {
      try await Task.sleep(for: .milliseconds(20))
      return Date(timeIntervalSince1970: Double(asked.increment()))
    }
    #expect(asked.value == 0)
    let answers = try await withThrowingTaskGroup(of: Date?.self) { group in
      for _ in 0..<100 { group.addTask { try await watch.lastChange() } }
      return try await group.reduce(into: Set<Date?>()) { $0.insert($1) }
    }
    #expect(answers == [Date(timeIntervalSince1970: 1)])
    #expect(asked.value == 1)
  }

  @Test func `an answer that is too old is not given again`() async throws {
    let asked = Counter()
    let watch = ChangeWatch(freshness: .zero) {
      Date(timeIntervalSince1970: Double(asked.increment()))
    }
    #expect(try await watch.lastChange() == Date(timeIntervalSince1970: 1))
    #expect(try await watch.lastChange() == Date(timeIntervalSince1970: 2))
  }

  @Test func `an error reaches whoever asks, and the next answer takes its place`() async throws {
    let asked = Counter()
    let watch = ChangeWatch(freshness: .zero) {
      if asked.increment() == 1 { throw Unreachable() }
      return nil
    }
    await #expect(throws: Unreachable.self) { try await watch.lastChange() }
    #expect(try await watch.lastChange() == nil)
  }

  private struct Unreachable: Error {}

  private final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }

    func increment() -> Int {
      count.withLock { count in
        count += 1
        return count
      }
    }
  }
}
