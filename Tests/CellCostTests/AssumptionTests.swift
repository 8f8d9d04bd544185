import Testing

@testable import CellCost

struct AssumptionTests {
  @Test func `each has a name of its own, a unit and a reason`() {
    #expect(Set(Assumption.all.map(\.name)).count == Assumption.all.count)
    for assumption in Assumption.all {
      #expect(!assumption.unit.isEmpty && !assumption.reason.isEmpty, "\(assumption.name)")
    }
  }

  @Test func `a user's value replaces the standard one`() throws {
    var assumptions = UsageAssumptions()
    #expect(assumptions.quantity(of: .webRequests) == Quantity(10))
    #expect(!assumptions.isGiven(.webRequests))
    try assumptions.assume("web-requests=2.5")
    #expect(assumptions.quantity(of: .webRequests) == Quantity("2.5"))
    #expect(assumptions.isGiven(.webRequests))
  }

  @Test(arguments: [
    ("web-requests", "\"web-requests\" assumes nothing; write one such as web-requests=50"),
    ("web-request=5", "nothing is assumed about \"web-request\"; did you mean web-requests?"),
    (
      "web-requests=many",
      "web-requests=many is not a number; write web-requests=10 (1M requests to each firewall)"
    ),
    (
      "spot-share=101",
      "spot-share=101 is more than there can be; write 100 or less "
        + "(percent of Karpenter's machines that are spot)"
    ),
  ])
  func `says what is wrong and what to write`(text: String, message: String) {
    var assumptions = UsageAssumptions()
    #expect(throws: UnreadableAssumption(message)) { try assumptions.assume(text) }
    #expect(assumptions == UsageAssumptions())
  }

  @Test func `names all where none is near`() {
    var assumptions = UsageAssumptions()
    let error = #expect(throws: UnreadableAssumption.self) {
      try assumptions.assume("nonsense-of-a-name=1")
    }
    #expect(error?.message.contains("the names are alarm-emails, archive-gigabytes, ") == true)
  }
}
