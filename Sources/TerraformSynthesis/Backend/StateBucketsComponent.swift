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
    let bucket = component.add(
      Resource(AWS.S3Bucket.self, name, meta: environment.protecting(meta)) {
        $0.bucket = Argument(environment.scope.stateBucket(in: region))
      }, at: location)
    component.add(
      Resource(AWS.S3BucketVersioning.self, name, meta: meta) {
        $0.bucket = bucket.id
        $0.versioningConfiguration = .init { $0.status = "Enabled" }
      }, at: location)
    component.add(
      Resource(AWS.S3BucketServerSideEncryptionConfiguration.self, name, meta: meta) {
        $0.bucket = bucket.id
        $0.rule = [
          .init {
            $0.bucketKeyEnabled = true
            $0.applyServerSideEncryptionByDefault = .init {
              $0.sseAlgorithm = "aws:kms"
              $0.kmsMasterKeyID = key.arn
            }
          }
        ]
      }, at: location)
    let accessBlock = component.add(
      Resource(AWS.S3BucketPublicAccessBlock.self, name, meta: meta) {
        $0.bucket = bucket.id
        $0.blockPublicACLs = true
        $0.blockPublicPolicy = true
        $0.ignorePublicACLs = true
        $0.restrictPublicBuckets = true
      }, at: location)
    // S3 refuses two changes of a bucket's access at once.
    var afterAccessBlock = meta
    afterAccessBlock.dependsOn = [accessBlock.reference]
    addTLSPolicy(for: bucket, name, afterAccessBlock)
  }

  /// Source: S3 User Guide, "Security best practices", "Enforce encryption of data in transit".
  private mutating func addTLSPolicy(
    for bucket: AWS.S3Bucket.Attributes, _ name: String, _ meta: MetaArguments
  ) {
    let deny = IAMPolicy.Statement(
      effect: "Deny", principal: ("AWS", "*"), actions: ["s3:*"],
      resources: [bucket.arn, "\(bucket.arn)/*"],
      conditions: [.init("Bool", "aws:SecureTransport", "false")])
    let policy = component.policy("\(name)_policy", IAMPolicy(deny), at: location)
    component.add(
      Resource(AWS.S3BucketPolicy.self, name, meta: meta) {
        $0.bucket = bucket.id
        $0.policy = policy
      }, at: location)
  }
}
