import CellCost
import CellPrimitives
import FleetDifference
import TerraformDocument

extension BilledResource {
  /// Every resource of a fleet as its files hold it; what lies in no region that is known here is
  /// left out.
  static func all(in fleet: RecordedFleet) -> [BilledResource] {
    fleet.roots.values.flatMap { root in
      root.resources.compactMap { resource in
        guard let name = root.regions[resource.providerAlias],
          let region = Region(rawValue: name)
        else { return nil }
        return BilledResource(
          root: root.path, component: resource.component,
          address: TerraformAddress(.resource, type: resource.type, name: resource.name),
          region: region, arguments: resource.arguments, place: nil)
      }
    }
  }
}
