import CellDescription
import CellModel
import SourceLocations
import TerraformSynthesis
import Testing

/// The diagnostics of synthesis, as they are printed; the description itself is valid.
func diagnostics(_ fleet: Fleet) throws -> [String] {
  let validated = try validated(fleet)
  let failure = #expect(throws: InvalidFleet.self) { try SynthesizedFleet(validated) }
  let package = String(
    #filePath.dropLast("Tests/TerraformSynthesisTests/Support/SynthesisDiagnostics.swift".count))
  return (failure?.diagnostics ?? []).map { $0.text(relativeTo: package) }
}
