import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// One bucket a region for the states of its roots: versioned, encrypted, private, TLS only.
struct StateBucketsComponent {
  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment
  private var location: SourceLocation { environment.location }

  init(_ environment: ResolvedEnvironment) {
    self.environment = environment
    component = TerraformComponent(
      "state", of: .backendSetup(of: environment), owner: "\(environment.name) backend-setup")
    for region in environment.allRegions { addBucket(in: region) }
  }

  private mutating func addBucket(in region: Region) {
    let name = blockName(region.name)
    let meta = environment.meta(in: region)
    let key = component.addKey(
      name, for: "Terraform states of \(environment.name) in \(region.name)",
      alias: "alias/bizcomms-\(environment.name)-tfstate", meta: meta, of: environment, at: location
    )
    component.add(
      PrivateBucket(
        block: name, name: environment.scope.stateBucket(in: region), encryption: .key(key),
        protection: environment.protecting(meta), meta: meta),
      at: location)
  }
}
