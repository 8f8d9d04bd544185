import CellPrimitives
import Testing

struct AccountIDTests {
  @Test func `takes twelve digits, leading zeros included`() {
    #expect(AccountID("012345678901")?.description == "012345678901")
  }

  @Test(arguments: ["", "12345678901", "1234567890123", "1234-5678-90", "１２３４", "12345678901a"])
  func `refuses anything else`(text: String) {
    #expect(AccountID(text) == nil)
  }
}
