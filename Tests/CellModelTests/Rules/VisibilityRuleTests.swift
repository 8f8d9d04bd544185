import CellDescription
import CellPrimitives
import SourceLocations
import Testing

@testable import CellContract
@testable import CellModel

struct VisibilityRuleTests {
  private struct Patient: ServiceResources {
    @Uses(.consume(.alertProcessing, handling: .seconds(15))) var work
    @Uses(.send(.alertProcessing)) var fanOut
    @Uses(.consume(.webhooks, handling: .seconds(1))) var calls
  }

  private static let slowLine = #line + 2
  private struct Slow: ServiceResources {
    @Uses(.consume(.alertProcessing, handling: .seconds(16))) var work
    @Uses(.consume(.webhooks, handling: .seconds(0))) var calls
  }

  @Test func `accepts services that hold messages for half of the time at most`() {
    #expect(problems(Patient.declared) == [])
    for service in ServiceName.allCases { #expect(problems(service.contract.uses) == []) }
  }

  @Test func `refuses what may hold a message longer, and what never rests`() {
    #expect(
      problems(Slow.declared) == [
        """
        VisibilityRuleTests.swift:\(Self.slowLine):10: error: worker holds messages of \
        alert-processing for 16 seconds, and the queue hides them for 30 seconds; it takes 1 second \
        to half of that [visibility]
          fix: declare `handling: .seconds(15)` here, or let the queue hide messages for longer
        """,
        """
        VisibilityRuleTests.swift:\(Self.slowLine + 1):10: error: worker holds messages of webhooks \
        for 0 seconds, and the queue hides them for 30 seconds; it takes 1 second to half of that [visibility]
          fix: declare `handling: .seconds(1)` here, or let the queue hide messages for longer
        """,
      ])
  }

  private struct InTime: ServiceResources {
    @Uses(.consume(.hiding(for: 2), handling: .seconds(1))) var twice
    @Uses(.consume(.hiding(for: 3), handling: .seconds(1))) var longer
  }

  private static let hastyLine = #line + 2
  private struct Hasty: ServiceResources {
    @Uses(.consume(.hiding(for: 1), handling: .seconds(1))) var same
    @Uses(.consume(.hiding(for: 3), handling: .seconds(2))) var late
    @Uses(.consume(.hiding(for: 0), handling: .seconds(0))) var never
  }

  @Test func `a queue that hides briefly must leave a second for each half`() {
    #expect(problems(InTime.declared) == [])
    #expect(
      problems(Hasty.declared) == [
        """
        VisibilityRuleTests.swift:\(Self.hastyLine):10: error: worker holds messages of brief for 1 \
        second, and the queue hides them for 1 second; it takes 1 second to half of that [visibility]
          fix: let the queue hide messages for 2 seconds or longer
        """,
        """
        VisibilityRuleTests.swift:\(Self.hastyLine + 1):10: error: worker holds messages of brief for 2 \
        seconds, and the queue hides them for 3 seconds; it takes 1 second to half of that [visibility]
          fix: declare `handling: .seconds(1)` here, or let the queue hide messages for longer
        """,
        """
        VisibilityRuleTests.swift:\(Self.hastyLine + 2):10: error: worker holds messages of brief for 0 \
        seconds, and the queue hides them for 0 seconds; it takes 1 second to half of that [visibility]
          fix: let the queue hide messages for 2 seconds or longer
        """,
      ])
  }

  @Test func `asks the services that run in the fleet, and no others`() {
    #expect(problems(Slow.declared, of: .api) == [])
  }

  /// What is told of a fleet in which the worker runs, where `service` declares `uses`.
  private func problems(
    _ uses: [DeclaredUse], of service: ServiceName = .worker, file: String = #filePath
  ) -> [String] {
    var resolution = Resolution()
    let fleet = resolution.resolve(
      Fleet {
        production {
          Cell("cell-a", in: .usEast1, role: .primary, index: 0, shape: .plain) {
            EKS { Run(.worker) }
          }
        }
      })
    return visibilityProblems(in: fleet) { $0 == service ? uses : [] }
      .map { $0.text(relativeTo: folder(of: file)) }
  }
}

extension Queue {
  fileprivate static func hiding(for seconds: UInt32) -> Queue {
    Queue(
      name: "brief", subscription: .alertEvents, visibilityTimeout: .seconds(seconds),
      maximumReceives: 3, retention: .days(4), deadLetterRetention: .days(14))
  }
}
