import CellContract
import CellDescription
import CellPrimitives
import Testing

@testable import CellModel

struct ServiceStandbyRuleTests {
  @Test func `accepts two pods, one that runs once, and one where data can be thrown away`() {
    #expect(printed(.serviceStandby, of: Run(.api, replicas: 2...3)) == "")
    #expect(printed(.serviceStandby, of: Run(.poller)) == "")
    #expect(printed(.serviceStandby, of: Run(.api, replicas: 1...3), dataProtection: .none) == "")
  }

  @Test func `warns of one pod`() {
    #expect(
      printed(.serviceStandby, of: Run(.api, replicas: 1...3)) == """
        \(placeOfRun): warning: api may run as one pod in sample, and nothing \
        serves while it is replaced [service-standby]
          fix: write `replicas: 2...3`
        """)
    let worker = printed(.serviceStandby, of: Run(.worker, replicas: 1))
    #expect(worker.hasSuffix("fix: write `replicas: 2`"))
  }
}
