import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// One bucket a region for the states of its roots: versioned, encrypted, private, TLS only.
///
/// S3 uses the key in the name of whoever reads or writes a state, whose IAM policy has to allow it.
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
        purpose: "the Terraform states of \(environment.name) whose roots live in \(region.name)",
        block: name, name: environment.scope.stateBucket(in: region), encryption: .key(key),
        lifecycle: [.oldStates], protection: environment.protecting(meta), meta: meta),
      at: location)
  }
}

extension AWS.S3BucketLifecycleConfiguration.Rule {
  /// Keeps the last hundred states of a root for good, and older ones for a quarter of a year.
  ///
  /// What an interrupted upload leaves is paid for and seen by nobody; a state is uploaded within
  /// seconds. Source: S3 User Guide, "Lifecycle configuration elements", 2026-11.
  fileprivate static let oldStates = Self {
    $0.id = "old-states"
    $0.status = "Enabled"
    $0.filter = [.init { $0.prefix = "" }]
    $0.noncurrentVersionExpiration = [
      .init {
        $0.newerNoncurrentVersions = 100
        $0.noncurrentDays = 90
      }
    ]
    $0.abortIncompleteMultipartUpload = [.init { $0.daysAfterInitiation = 7 }]
  }
}
