import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct ServerlessCapacityRuleTests {
  @Test(
    arguments: [
      nil, .units(0.5, to: 1), .units(8, to: 256), .units(2.5, to: 2.5),
    ] as [ServerlessCapacity?])
  func `accepts halves of units in order, from a half to 256`(capacity: ServerlessCapacity?) {
    #expect(check(capacity) == "")
  }

  @Test(
    arguments: [
      (
        .units(16, to: 2), ".units(16, to: 2), the larger bound first", ".units(2, to: 16)"
      ),
      (
        .units(0, to: 4),
        ".units(0, to: 4), with which an idle database would stop; it comes back too slowly",
        ".units(0.5, to: 4)"
      ),
      (
        .units(1, to: 300), ".units(1, to: 300), of which Aurora offers 0.5 to 256",
        ".units(1, to: 256)"
      ),
      (
        .units(-1, to: 4), ".units(-1, to: 4), of which Aurora offers 0.5 to 256",
        ".units(0.5, to: 4)"
      ),
      (
        .units(0.7, to: 4), ".units(0.7, to: 4), which Aurora counts in steps of 0.5",
        ".units(1, to: 4)"
      ),
      (
        .units(0.5, to: 0.5), ".units(0.5, to: 0.5), of which the upper bound is at least 1",
        ".units(0.5, to: 1)"
      ),
      (.units(.nan, to: 4), ".units(nan, to: 4), which is no number", ".units(0.5, to: 4)"),
    ] as [(ServerlessCapacity, String, String)])
  func `refuses bounds that Aurora does not take`(
    capacity: ServerlessCapacity, problem: String, instead: String
  ) {
    #expect(
      check(capacity) == """
        ServerlessCapacityRuleTests.swift:\(line):7: error: the database alerts has the capacity \
        \(problem) [serverless-capacity]
          fix: write `capacity: \(instead)`
        """)
  }

  @Test func `refuses bounds that no instance follows`() {
    #expect(
      check(.units(1, to: 4), of: .r6gLarge) == """
        ServerlessCapacityRuleTests.swift:\(line):7: error: the database alerts has bounds of \
        serverless capacity, which db.r6g.large does not follow [serverless-capacity]
          fix: write `instance: .serverless`, or leave out `capacity: …`
        """)
    #expect(check(nil, of: .r6gLarge) == "")
  }

  private let line = #line + 5
  private func check(
    _ capacity: ServerlessCapacity?, of instance: DatabaseInstanceClass = .serverless
  ) -> String {
    diagnostics {
      GlobalDatabase(
        .alerts, engine: .auroraPostgreSQL("16.8"), instance: instance, capacity: capacity)
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain)
    }
  }
}
