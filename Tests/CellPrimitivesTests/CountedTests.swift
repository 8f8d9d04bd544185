import CellPrimitives
import Testing

@Suite struct CountedTests {
  @Test func `one thing stands in the singular, none and several in the plural`() {
    #expect([0, 1, 2].map { counted($0, "cell") } == ["0 cells", "1 cell", "2 cells"])
  }
}
