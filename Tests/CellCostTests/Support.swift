import CellDescription
import CellModel
import CellPrimitives
import Cells
import TerraformDocument
import TerraformSynthesis

@testable import CellCost

/// The day of every bill that names no other.
let today = FactDate(2026, 11, 23)

/// Everything in the roots of our own fleet.
func fleetResources() throws -> [BilledResource] { try ownFleet.get() }

/// Synthesized once for all tests.
private let ownFleet = Result { try resources(of: fleet) }

/// Everything in the roots of `fleet`.
func resources(of fleet: Fleet) throws -> [BilledResource] {
  BilledResource.all(in: try SynthesizedFleet(ValidatedFleet(validating: fleet, on: today)).roots)
}

/// A resource of `production`, by default of a cell in us-east-1.
func resource(
  _ type: String, _ name: String = "main", _ arguments: TerraformBody = [:],
  in region: Region = .usEast1, root folder: String = "cells/cell-a", component: String = "any"
) -> BilledResource {
  BilledResource(
    root: TerraformRootPath(environment: "production", folder: folder), component: component,
    address: TerraformAddress(.resource, type: type, name: name), region: region,
    arguments: arguments, place: nil)
}

/// What `resources` cost, as `item: quantity`, in the order of a bill.
func quantities(
  _ resources: BilledResource..., assuming assumptions: UsageAssumptions = UsageAssumptions(),
  on day: FactDate = today
) -> [String] {
  Bill(of: resources, assuming: assumptions, on: day).lines.map { line in
    let region = line.region == .usEast1 ? "" : " in \(line.region)"
    return "\(line.item.name)\(region): \(line.quantity)"
  }
}
