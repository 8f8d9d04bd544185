import Foundation
import Synchronization
import Testing

@testable import AlertAPI

@Suite("When anything changed last")
struct ChangeWatchTests {
  @Test("a hundred who ask at a time ask the database once, and an old answer is not given again")
  func sharedAnswer() async throws {
    let asked = Counter()
    let watch = ChangeWatch {
      let count = asked.increment()
      try await Task.sleep(for: .milliseconds(50))
      return Date(timeIntervalSince1970: Double(count))
    }
    let answers = try await withThrowingTaskGroup(of: Date?.self) { group in
      for _ in 0..<100 { group.addTask { try await watch.lastChange() } }
      return try await group.reduce(into: Set<Date?>()) { $0.insert($1) }
    }
    #expect(answers.count < 10)
    #expect(answers.contains(Date(timeIntervalSince1970: 1)))

    try await Task.sleep(for: ChangeWatch.freshness)
    let before = asked.value
    #expect(
      try await watch.lastChange() == Date(timeIntervalSince1970: Double(before + 1)))
  }

  @Test("an error reaches whoever asks, and the next answer takes its place")
  func errors() async throws {
    let asked = Counter()
    let watch = ChangeWatch {
      if asked.increment() == 1 { throw Unreachable() }
      return nil
    }
    await #expect(throws: Unreachable.self) { try await watch.lastChange() }
    try await Task.sleep(for: ChangeWatch.freshness)
    #expect(try await watch.lastChange() == nil)
  }

  private struct Unreachable: Error {}

  private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func increment() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }
}
