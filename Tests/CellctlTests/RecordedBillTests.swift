import CellCost
import CellModel
import Cells
import FleetDifference
import FleetOutput
import GeneratedFiles
import TerraformSynthesis
import Testing

@testable import cellctl

@Suite struct RecordedBillTests {
  @Test func `files cost what the model costs that they come from`() throws {
    let today = try #require(FactDate(year: 2026, month: 11, day: 23))
    let valid = try ValidatedFleet(validating: fleet, on: today)
    let tree = try generatedTree(of: valid)
    let files = tree.paths.reduce(into: [:]) { $0[$1.text] = tree[$1] }
    let recorded = Bill(of: BilledResource.all(in: try RecordedFleet(files: files)), on: today)
    let bill = Bill(of: BilledResource.all(in: try SynthesizedFleet(valid).roots), on: today)
    #expect(recorded.total == bill.total)
    #expect(BillChange(from: bill, to: recorded).lines.isEmpty)
  }
}
