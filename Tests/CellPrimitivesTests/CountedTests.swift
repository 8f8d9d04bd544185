import CellPrimitives
import Testing

@Suite struct CountedTests {
  @Test func `one thing stands in the singular, none and several in the plural`() {
    #expect([0, 1, 2].map { counted($0, "cell") } == ["0 cells", "1 cell", "2 cells"])
  }

  @Test func `a small number gets a zero in front, and a large one is written whole`() {
    #expect([0, 7, 12, 123].map(twoDigits) == ["00", "07", "12", "123"])
  }
}
