import ParallelMap
import Synchronization
import Testing

@Suite struct ParallelMapTests {
  @Test func `gives results in the order of the elements, each made once`() {
    let calls = Mutex<[Int: Int]>([:])
    let results = Array(0..<1000).parallelMap { number in
      calls.withLock { $0[number, default: 0] += 1 }
      return "\(number)"
    }
    #expect(results == (0..<1000).map(String.init))
    #expect(calls.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<1000).map { ($0, 1) }))
  }

  @Test func `makes nothing of nothing`() {
    #expect([Int]().parallelMap { $0 } == [])
  }

  @Test func `can be used in itself`() {
    let tables = [1, 2, 3].parallelMap { row in [1, 2, 3].parallelMap { row * $0 } }
    #expect(tables == [[1, 2, 3], [2, 4, 6], [3, 6, 9]])
  }
}
