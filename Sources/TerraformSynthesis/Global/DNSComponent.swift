import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// The hosted zone, created or found, and its ID for every region.
struct DNSComponent {
  private(set) var component: TerraformComponent
  let zoneID: Argument<String>

  init(_ environment: ResolvedEnvironment) {
    var component = TerraformComponent(
      "dns", of: .global(of: environment), owner: "\(environment.name) global")
    let zone = environment.zone
    if zone.value.isCreated {
      let created = component.add(
        Resource(AWS.Route53Zone.self, "main", meta: environment.protecting()) {
          $0.name = Argument(zone.value.name.description)
          $0.comment = Argument("Cells of \(environment.name)")
        }, because: "the DNS zone of all host names of the environment",
        at: zone.location)
      zoneID = created.zoneID
      component.output(
        "name_servers", created.nameServers,
        description: "Name servers that the parent zone must delegate to", at: zone.location)
    } else {
      zoneID =
        component.add(
          Resource(AWS.Data.Route53Zone.self, "main") {
            $0.name = Argument(zone.value.name.description)
            $0.privateZone = false
          }, because: "the DNS zone of all host names of the environment, which others made",
          at: zone.location
        ).zoneID
    }
    for region in environment.allRegions {
      component.publish(.hostedZoneID, zoneID, in: region, of: environment)
    }
    self.component = component
  }
}
