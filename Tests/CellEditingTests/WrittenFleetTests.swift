import SourceLocations
import Testing

@testable import CellEditing

@Suite struct WrittenFleetTests {
  @Test func `reads environments, their cells, and shapes`() throws {
    let fleet = try WrittenFleet([
      "cells/B.swift": """
      public let b = Environment("b", account: "1") {
        Release("1")
        Cell("b-1", in: .usEast1, role: .primary, index: 3, shape: .small) { VPC() }
        for number in 2...3 { Cell("b-\\(number)", in: .usEast1, role: .standby, shape: .small) }
        Cell("b-4", in: .usWest2, role: .standby, shape: .small)
      }
      """,
      "cells/A.swift": """
      // static let old = CellShape {}
      extension CellShape {
        static let small = CellShape { VPC() }
        private static let large = CellShape {
          VPC()
        }
        static func made() -> CellShape { CellShape {} }
      }
      let a = Environment(name) {}
      """,
    ])
    #expect(fleet.shapes == ["small", "large"])
    #expect(fleet.environments.map(\.name) == ["b"])
    let environment = fleet.environments[0]
    #expect(environment.place == Place(file: "cells/B.swift", line: 1, column: 16))
    #expect(environment.cells.map(\.name) == ["b-1", "b-4"])
    #expect(environment.cells[0].place == Place(file: "cells/B.swift", line: 3, column: 3))
    #expect(
      environment.cells[0].arguments == [
        "_": "\"b-1\"", "in": ".usEast1", "role": ".primary", "index": "3", "shape": ".small",
      ])
  }

  @Test func `says which file it can't read`() {
    #expect(
      throws: EditingFailure.unreadable(
        Place(file: "cells/A.swift", line: 2, column: 3), problem: "a bracket does not end")
    ) {
      try WrittenFleet(["cells/A.swift": "let a =\n  [1"])
    }
  }
}
