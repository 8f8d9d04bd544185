import CellDescription
import CellModel
import Cells
import FleetOutput
import GeneratedFiles
import MeasuredFleet
import SourceLocations
import Testing

/// What is measured is production over and over again, and nothing less.
@Suite struct MeasuredFleetTests {
  @Test func `has as many cells as are asked for, in environments of at most two`() throws {
    for count in [1, 2, 3, 300] {
      let fleet = try validated(measuredFleet(cells: count))
      #expect(fleet.warnings == [])
      #expect(fleet.environments.map(\.cells.count).reduce(0, +) == count)
      #expect(fleet.environments.allSatisfy { (1...2).contains($0.cells.count) })
    }
  }

  @Test func `an environment has production's files, under other names`() throws {
    let ours = try generatedTree(of: validated(Fleet { production }))
    let measured = try generatedTree(of: validated(measuredFleet(cells: 2)))
    #expect(measured.paths.map { asProduction($0.text) }.sorted() == ours.paths.map(\.text))
  }

  @Test func `an environment has production's Terraform, under other names`() throws {
    let ours = try generatedTree(of: validated(Fleet { production }))
    let measured = try generatedTree(of: validated(measuredFleet(cells: 2)))
    for path in measured.paths where path.text.hasSuffix(".tf.json") {
      let text = String(decoding: measured[path] ?? [], as: UTF8.self)
      let name = try GeneratedPath(asProduction(path.text))
      // Other names sort otherwise; the same lines are there.
      let own = String(decoding: ours[name] ?? [], as: UTF8.self)
      let isEqual = lines(asProduction(text)) == lines(own)
      #expect(isEqual, "\(path)")
    }
  }

  private func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").map { $0.hasSuffix(",") ? $0.dropLast() : $0 }.sorted()
  }

  private func asProduction(_ text: String) -> String {
    text.replacing("measured-000", with: "production")
      .replacing("cell-use1-000", with: "cell-use1-01")
      .replacing("cell-usw1-000", with: "cell-usw1-01")
      .replacing("m000.example.com", with: "bizcomms.example.com")
      .replacing("cell_use1_000", with: "cell_use1_01")
      .replacing("cell_usw1_000", with: "cell_usw1_01")
      .replacing("000000000001", with: "123456789012")
  }

  private func validated(_ fleet: Fleet) throws -> ValidatedFleet {
    let today = try #require(FactDate(year: 2026, month: 11, day: 26))
    return try ValidatedFleet(validating: fleet, on: today)
  }
}
