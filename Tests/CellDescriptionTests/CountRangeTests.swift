import CellDescription
import Testing

@Suite struct CountRangeTests {
  @Test func `two literals are bounds, and one is both`() {
    let bounds: CountRange = 2...10
    #expect(bounds == CountRange(minimum: 2, maximum: 10))
    let exact: CountRange = 3
    #expect(exact == CountRange(minimum: 3, maximum: 3))
  }

  @Test func `bounds that are the wrong way round, or below zero, wait for a rule`() {
    let backwards: CountRange = 10...2
    #expect(backwards == CountRange(minimum: 10, maximum: 2))
    let negative: CountRange = -3...2
    #expect(negative == CountRange(minimum: -3, maximum: 2))
  }

  @Test func `is described as it is written`() {
    #expect(CountRange(minimum: 2, maximum: 10).description == "2...10")
    #expect(CountRange(minimum: 10, maximum: 2).description == "10...2")
    #expect(CountRange(minimum: 3, maximum: 3).description == "3")
  }

  @Test func `two literals are still a range where nobody asks for a count`() {
    let range = 1...3
    #expect(range.map { $0 * 2 } == [2, 4, 6])
    #expect(type(of: range) == ClosedRange<Int>.self)
  }
}
