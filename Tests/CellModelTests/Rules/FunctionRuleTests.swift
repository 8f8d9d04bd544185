import CellContract
import CellDescription
import CellPrimitives
import SourceLocations
import Testing

@testable import CellModel

struct FunctionRuleTests {
  @Test(arguments: [Period.minutes(1), .minutes(5), .hours(1), .days(1)])
  func `accepts a service that works in rounds, every minute to every day`(_ period: Period) {
    #expect(check(.poller, every: period) == "")
  }

  @Test(arguments: [ServiceName.api, .worker])
  func `refuses a service that is never done with its work`(_ service: ServiceName) {
    #expect(
      check(service, every: .minutes(5)) == """
        FunctionRuleTests.swift:\(line):11: error: \(service) can't run as a function: it is never \
        done with its work, and a function works in rounds [function]
          fix: write `Run(.\(service), as: .pods)`
        """)
  }

  @Test(
    arguments: [
      (.seconds(0), "0 seconds", 1), (.seconds(30), "30 seconds", 1),
      (.seconds(100), "100 seconds", 2), (.days(2), "2 days", 1_440),
    ] as [(Period, String, UInt32)])
  func `refuses an interval that is no whole number of minutes, or longer than a day`(
    period: Period, text: String, instead: UInt32
  ) {
    #expect(
      check(.poller, every: period) == """
        FunctionRuleTests.swift:\(line):11: error: poller starts every \(text); a function here \
        starts every 1 to 1440 whole minutes [function]
          fix: write `as: .lambda(every: .minutes(\(instead)))`
        """)
    #expect(check(.poller, every: .minutes(instead)) == "")
  }

  @Test func `refuses a number of replicas beside the form, where it has no meaning`() {
    let here = #line + 3
    func check(_ replicas: CountRange?) -> String {
      cell {
        Run(.poller, replicas: replicas, as: .lambda(every: .minutes(5)))
      }
    }
    #expect(
      check(1) == """
        FunctionRuleTests.swift:\(here):9: error: poller has 1 replicas and runs as a function, of \
        which one round runs at a time [invalid-value]
          fix: leave out `replicas: 1`
        """)
    #expect(check(nil) == "")
  }

  @Test func `refuses a disruption budget beside the form, which has no pods`() {
    let here = #line + 3
    func check(_ budget: DisruptionBudget?) -> String {
      cell {
        Run(.poller, disruption: budget, as: .lambda(every: .minutes(5)))
      }
    }
    #expect(
      check(.maxUnavailable(1)) == """
        FunctionRuleTests.swift:\(here):9: error: poller has a disruption budget and runs as a \
        function, which has no pods [invalid-value]
          fix: leave out `disruption:`
        """)
    #expect(check(nil) == "")
  }

  @Test func `accepts what a weaker layer says of pods, which the service was there`() {
    let shape = CellShape {
      VPC()
      EKS(version: "1.35") {
        NodeGroup(.t3Large, count: 2...6)
        Run(.poller, replicas: 1, disruption: .minAvailable(1))
      }
    }
    #expect(
      diagnostics(rules: [.disruptionBudget, .function, .replicas]) {
        Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: shape) {
          EKS { Run(.poller, as: .lambda(every: .minutes(5))) }
        }
      } == "")
  }

  private let line = #line + 5
  private func check(_ service: ServiceName, every period: Period) -> String {
    diagnostics(rules: [.function]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
        EKS {
          Run(service, as: .lambda(every: period))
        }
      }
    }
  }

  private func cell(
    @ClusterBuilder _ elements: () -> [Placed<ClusterElement>]
  ) -> String {
    let cluster = EKS(elements)
    return diagnostics(rules: [.function]) {
      Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) { cluster }
    }
  }
}
