import Testing

@testable import CellEditing

@Suite struct UnifiedDifferenceTests {
  private let numbers = (1...20).map { "line \($0)\n" }

  @Test func `shows what changes with three lines around it, as diff does`() {
    var changed = numbers
    changed[9] = "line ten\n"
    changed.insert("line\n", at: 19)
    #expect(
      UnifiedDifference(of: "a", from: numbers.joined(), to: changed.joined()).text == """
        --- a
        +++ a
        @@ -7,7 +7,7 @@
         line 7
         line 8
         line 9
        -line 10
        +line ten
         line 11
         line 12
         line 13
        @@ -17,4 +17,5 @@
         line 17
         line 18
         line 19
        +line
         line 20
        """)
  }

  @Test func `joins changes that are near each other`() {
    var changed = numbers
    changed.remove(at: 0)
    changed.remove(at: 5)
    let text = UnifiedDifference(of: "a", from: numbers.joined(), to: changed.joined()).text
    #expect(text.hasPrefix("--- a\n+++ a\n@@ -1,10 +1,8 @@\n-line 1\n line 2\n"))
    #expect(text.split(separator: "@@").count == 3)
  }

  @Test func `says nothing about equal texts, and shows a new one whole`() {
    #expect(UnifiedDifference(of: "a", from: "x\n", to: "x\n").text.isEmpty)
    #expect(
      UnifiedDifference(of: "a", from: "", to: "x\ny\n").text
        == "--- a\n+++ a\n@@ -0,0 +1,2 @@\n+x\n+y")
  }
}
