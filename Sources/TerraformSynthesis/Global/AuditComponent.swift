import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// Who did what in the account: a trail over all regions, in a bucket that moves to Glacier.
///
/// The trail holds every management event, which includes each read of a secret and each use of a
/// key, and what is done to the objects that hold Terraform's states. The first copy of management
/// events is free. Data events cost $0.10 for 100,000; a few hundred a day for states are worth it,
/// but those of tables and queues would be as many as the system's own calls, and say nothing that
/// the delivery records don't.
/// Source: AWS CloudTrail pricing and User Guide, "Logging data events", 2026-11.
struct AuditComponent {
  /// Days until a log file, which is seldom read by then, moves to Glacier; it is never deleted, nor is
  /// a version of it that somebody replaced: CloudTrail replaces none, so it is evidence.
  private static let daysUntilGlacier = 90

  private(set) var component: TerraformComponent
  private let environment: ResolvedEnvironment
  private var location: SourceLocation { environment.location }

  init(_ environment: ResolvedEnvironment) {
    self.environment = environment
    component = TerraformComponent(
      "audit", of: .global(of: environment), owner: "\(environment.name) global")
    let trail = Argument<String>(environment.scope.trailARN(in: environment.home))
    let key = component.addKey(
      "audit", for: "Audit trail of \(environment.name)", alias: environment.scope.auditKeyAlias,
      users: Self.keyUse(by: trail, of: environment.scope.account), of: environment, at: location)
    let (bucket, policy) = component.add(
      PrivateBucket(
        purpose: "the audit trail of \(environment.name)", block: "audit",
        name: environment.scope.auditBucket, encryption: .key(key),
        statements: { [account = environment.scope.account] bucket in
          Self.delivery(into: bucket, of: account, by: trail)
        }, lifecycle: [.archiving(after: Self.daysUntilGlacier), .tidying()],
        protection: environment.protecting()),
      at: location)
    let states = environment.allRegions.map {
      "arn:aws:s3:::\(environment.scope.stateBucket(in: $0))/"
    }
    // Without its leave to write, CloudTrail refuses the bucket.
    let meta = environment.protecting(MetaArguments(dependsOn: [policy]))
    component.add(
      Resource(AWS.CloudTrail.self, "main", meta: meta) {
        $0.name = Argument(environment.scope.trail)
        $0.s3BucketName = bucket.id
        $0.kmsKeyID = key.arn
        $0.isMultiRegionTrail = true
        $0.includeGlobalServiceEvents = true
        $0.enableLogFileValidation = true
        $0.advancedEventSelector = [
          .init {
            $0.name = "Management events"
            $0.fieldSelector = [.equal("eventCategory", "Management")]
          },
          .init {
            $0.name = "Terraform states"
            $0.fieldSelector = [
              .equal("eventCategory", "Data"), .equal("resources.type", "AWS::S3::Object"),
              .init {
                $0.field = "resources.ARN"
                $0.startsWith = Argument(states)
              },
            ]
          },
        ]
      }, because: "records who did what in the account, in every region",
      at: location)
  }

  /// CloudTrail encrypts each file under a key of its own, looks at the key, and decrypts because the
  /// bucket has a bucket key. A region's part of the trail names itself in the encryption context.
  ///
  /// Source: AWS CloudTrail User Guide, "Configure AWS KMS key policies for CloudTrail", 2026-11.
  private static func keyUse(
    by trail: Argument<String>, of account: AccountID
  ) -> [IAMPolicy.Statement] {
    let ours = IAMPolicy.Condition("StringEquals", "aws:SourceArn", trail)
    return [
      .keyUse(
        by: "cloudtrail", actions: ["kms:GenerateDataKey*"],
        conditions: [
          ours,
          .init(
            "StringLike", "kms:EncryptionContext:aws:cloudtrail:arn",
            Argument("arn:aws:cloudtrail:*:\(account.digits):trail/*")),
        ]),
      .keyUse(by: "cloudtrail", actions: ["kms:Decrypt", "kms:DescribeKey"], conditions: [ours]),
    ]
  }

  /// Source: AWS CloudTrail User Guide, "Amazon S3 bucket policy for CloudTrail", 2026-11.
  private static func delivery(
    into bucket: AWS.S3Bucket.Attributes, of account: AccountID, by trail: Argument<String>
  ) -> [IAMPolicy.Statement] {
    let ours = IAMPolicy.Condition("StringEquals", "aws:SourceArn", trail)
    let service: (String, Argument<String>) = ("Service", "cloudtrail.amazonaws.com")
    return [
      IAMPolicy.Statement(
        principal: service, actions: ["s3:GetBucketAcl"], resources: [bucket.arn],
        conditions: [ours]),
      IAMPolicy.Statement(
        principal: service, actions: ["s3:PutObject"],
        resources: ["\(bucket.arn)/AWSLogs/\(account.digits)/*"],
        conditions: [
          ours, .init("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"),
        ]),
    ]
  }
}

extension AWS.CloudTrail.AdvancedEventSelectorFieldSelector {
  fileprivate static func equal(_ field: String, _ value: String) -> Self {
    Self {
      $0.field = Argument(field)
      $0.equals = Argument([value])
    }
  }
}
