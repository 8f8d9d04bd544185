import CellModel
import Cells
import FleetIndex
import TerraformSynthesis

/// Our own fleet, read once.
enum OurFleet {
  /// Every block of it.
  static func index() throws -> BlockIndex {
    guard let today = FactDate(year: 2026, month: 11, day: 23) else {
      preconditionFailure("no such day")
    }
    return BlockIndex(
      try SynthesizedFleet(ValidatedFleet(validating: fleet, on: today)).roots)
  }

  /// Where its elements stand.
  static let places = DescriptionPlaces(fleet)
}
