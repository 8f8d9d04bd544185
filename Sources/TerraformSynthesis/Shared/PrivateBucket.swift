import SourceLocations
import TerraformAWS
import TerraformDocument

/// A bucket that nobody outside the account can reach, and nobody at all without TLS.
struct PrivateBucket {
  /// What encrypts objects.
  enum Encryption {
    /// A key of ours.
    case key(AWS.KMSKey.Attributes)
    /// S3's own keys: for services that can't use one of ours.
    case s3
  }

  /// What it holds: `the audit trail of production`.
  let purpose: String
  /// Name of its blocks.
  let block: String
  /// Name of the bucket.
  let name: String
  /// What encrypts its objects.
  let encryption: Encryption
  /// Whether a replaced or deleted object can be had back.
  var isVersioned = true
  /// What its policy allows beside refusing what comes without TLS.
  var statements: (AWS.S3Bucket.Attributes) -> [IAMPolicy.Statement] = { _ in [] }
  /// What becomes of objects with time.
  var lifecycle: [AWS.S3BucketLifecycleConfiguration.Rule] = []
  /// Meta-arguments of the bucket itself: its protection.
  var protection = MetaArguments()
  /// Meta-arguments of everything else: the provider configuration of its region.
  var meta = MetaArguments()
}

extension TerraformComponent {
  /// Adds the bucket and everything that makes it private.
  ///
  /// - Returns: the bucket, and the policy, for what writes into it as soon as it exists.
  /// Source: S3 User Guide, "Security best practices for Amazon S3", 2026-11.
  @discardableResult
  mutating func add(
    _ bucket: PrivateBucket, at location: SourceLocation
  ) -> (bucket: AWS.S3Bucket.Attributes, policy: TerraformReference) {
    let attributes = add(
      Resource(AWS.S3Bucket.self, bucket.block, meta: bucket.protection) {
        $0.bucket = Argument(bucket.name)
      }, because: "keeps \(bucket.purpose)",
      at: location)
    var afterVersioning = bucket.meta
    if bucket.isVersioned {
      let versioning = add(
        Resource(AWS.S3BucketVersioning.self, bucket.block, meta: bucket.meta) {
          $0.bucket = attributes.id
          $0.versioningConfiguration = .init { $0.status = "Enabled" }
        }, because: "keeps old versions of objects, against mistakes: \(bucket.purpose)",
        at: location)
      afterVersioning.dependsOn.append(versioning.reference)
    }
    addEncryption(of: bucket, attributes, at: location)
    addLifecycle(of: bucket, attributes, meta: afterVersioning, at: location)
    let accessBlock = add(
      Resource(AWS.S3BucketPublicAccessBlock.self, bucket.block, meta: bucket.meta) {
        $0.bucket = attributes.id
        $0.blockPublicACLs = true
        $0.blockPublicPolicy = true
        $0.ignorePublicACLs = true
        $0.restrictPublicBuckets = true
      }, because: "refuses every policy and ACL that would make the bucket public",
      at: location)
    let policy = addPolicy(of: bucket, attributes, after: accessBlock.reference, at: location)
    return (attributes, policy)
  }

  private mutating func addEncryption(
    of bucket: PrivateBucket, _ attributes: AWS.S3Bucket.Attributes, at location: SourceLocation
  ) {
    add(
      Resource(
        AWS.S3BucketServerSideEncryptionConfiguration.self, bucket.block, meta: bucket.meta
      ) {
        $0.bucket = attributes.id
        $0.rule = [
          .init { rule in
            switch bucket.encryption {
            case .key(let key):
              rule.bucketKeyEnabled = true
              rule.applyServerSideEncryptionByDefault = .init {
                $0.sseAlgorithm = "aws:kms"
                $0.kmsMasterKeyID = key.arn
              }
            case .s3:
              rule.applyServerSideEncryptionByDefault = .init { $0.sseAlgorithm = "AES256" }
            }
          }
        ]
      }, because: "encrypts every object of the bucket",
      at: location)
  }

  /// After versioning, because rules for noncurrent versions speak of it.
  ///
  /// Source: provider 5.100, `aws_s3_bucket_lifecycle_configuration`, "With S3 bucket versioning".
  private mutating func addLifecycle(
    of bucket: PrivateBucket, _ attributes: AWS.S3Bucket.Attributes, meta: MetaArguments,
    at location: SourceLocation
  ) {
    guard !bucket.lifecycle.isEmpty else { return }
    add(
      Resource(AWS.S3BucketLifecycleConfiguration.self, bucket.block, meta: meta) {
        $0.bucket = attributes.id
        $0.rule = bucket.lifecycle
      }, because: "moves old objects to cheaper storage or removes them: \(bucket.purpose)",
      at: location)
  }

  /// S3 refuses two changes of a bucket's access at once, so the policy comes after the access block.
  private mutating func addPolicy(
    of bucket: PrivateBucket, _ attributes: AWS.S3Bucket.Attributes,
    after accessBlock: TerraformReference, at location: SourceLocation
  ) -> TerraformReference {
    let deny = IAMPolicy.Statement(
      effect: "Deny", principal: ("AWS", "*"), actions: ["s3:*"],
      resources: [attributes.arn, "\(attributes.arn)/*"],
      conditions: [.init("Bool", "aws:SecureTransport", "false")])
    let policy = policy(
      "\(bucket.block)_policy", IAMPolicy([deny] + bucket.statements(attributes)), at: location)
    var meta = bucket.meta
    meta.dependsOn.append(accessBlock)
    return add(
      Resource(AWS.S3BucketPolicy.self, bucket.block, meta: meta) {
        $0.bucket = attributes.id
        $0.policy = policy
      }, because: "who may use the bucket, and only over TLS",
      at: location
    ).reference
  }
}
