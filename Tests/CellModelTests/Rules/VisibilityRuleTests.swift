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
        to half of that
          fix: declare `handling: .seconds(15)` here, or let the queue hide messages for longer
        """,
        """
        VisibilityRuleTests.swift:\(Self.slowLine + 1):10: error: worker holds messages of webhooks \
        for 0 seconds, and the queue hides them for 30 seconds; it takes 1 second to half of that
          fix: declare `handling: .seconds(1)` here, or let the queue hide messages for longer
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
