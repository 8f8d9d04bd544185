import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// What writes lines into a cell's archive.
struct LogArchive {
  /// The stream that takes them there.
  let stream: AWS.KinesisFirehoseDeliveryStream.Attributes
  /// The role with which CloudWatch Logs writes into the stream.
  let role: AWS.IAMRole.Attributes
  /// What allows it to.
  let permission: TerraformReference
}

extension TerraformComponent {
  /// Adds the archive's bucket, and the stream that fills it.
  mutating func addLogArchive(
    of cell: ResolvedCell, in environment: ResolvedEnvironment,
    encryptedBy key: AWS.KMSKey.Attributes
  ) -> LogArchive {
    let bucket = addArchiveBucket(of: cell, in: environment, encryptedBy: key)
    let errors = addErrorLog(of: cell, encryptedBy: key)
    let (writer, writing) = addWriter(of: cell, into: bucket, errors, with: key)
    let stream = addStream(
      of: cell, into: bucket, errors, with: key, by: writer, after: writing)
    let (role, permission) = addSubscriber(of: cell, to: stream, encryptedBy: key)
    return LogArchive(stream: stream, role: role, permission: permission)
  }

  /// Sends the lines of a group to the archive, but for debug lines.
  ///
  /// A group of pods has none. That of a function has all of its lines, of which the filter takes those
  /// of another level and those of Lambda itself, which have none; a line that is no JSON object stays
  /// in the group alone. CloudWatch Logs writes a test record when the filter is made, so the
  /// permission comes first.
  /// Sources: Amazon CloudWatch Logs API Reference, `PutSubscriptionFilter`; User Guide, "Filter
  /// pattern syntax", "Using filter patterns to match terms in JSON log events", 2026-11.
  mutating func archive(
    _ service: Placed<ResolvedService>, of cell: ResolvedCell,
    from group: AWS.CloudWatchLogGroup.Attributes, into archive: LogArchive
  ) {
    let name = service.value.name
    let meta = MetaArguments(dependsOn: [archive.permission])
    add(
      Resource(AWS.CloudWatchLogSubscriptionFilter.self, blockName(name.rawValue), meta: meta) {
        $0.name = Argument(cell.scope.archiveFilter(of: name))
        $0.logGroupName = group.name
        $0.filterPattern = service.value.isPods ? "" : Argument(Self.noDebugLine)
        $0.destinationARN = archive.stream.arn
        $0.roleARN = archive.role.arn
      }, because: "hands each line of the service's log on to the archive",
      at: service.location)
  }

  /// A JSON object whose `level` is above debug, or that has none.
  private static let noDebugLine: String = {
    let field = "$.\(LogField.level.rawValue)"
    let tests = LogLevel.forDebugging.map { "(\(field) != \"\($0.rawValue)\")" }
    return "{ (\(field) NOT EXISTS) || (\(tests.joined(separator: " && "))) }"
  }()

  /// Objects stay for good: nobody has said when they may go.
  private mutating func addArchiveBucket(
    of cell: ResolvedCell, in environment: ResolvedEnvironment,
    encryptedBy key: AWS.KMSKey.Attributes
  ) -> AWS.S3Bucket.Attributes {
    let archiveAfter = cell.observability.archiveAfter
    let bucket = PrivateBucket(
      purpose: "the archive of the logs of \(cell.name)", block: "log_archive",
      name: cell.scope.logArchiveBucket, encryption: .key(key),
      lifecycle: [
        .archiving(after: archiveAfter.value.daysOfRetention), .tidying(replacedAfter: 30),
      ], protection: environment.protecting())
    return add(bucket, at: archiveAfter.location).bucket
  }

  /// Firehose does not make the log stream itself when it is not made in the console.
  /// Source: Amazon Data Firehose Developer Guide, "Monitor Amazon Data Firehose using CloudWatch
  /// Logs", 2026-11.
  private mutating func addErrorLog(
    of cell: ResolvedCell, encryptedBy key: AWS.KMSKey.Attributes
  ) -> AWS.CloudWatchLogStream.Attributes {
    let retention = cell.observability.logRetention
    let group = add(
      Resource(AWS.CloudWatchLogGroup.self, "log_archive_errors") {
        $0.name = Argument(cell.scope.logStreamErrors)
        $0.retentionInDays = Argument(retention.value.daysOfRetention)
        $0.kmsKeyID = key.arn
      }, because: "tells when the archive could not be written",
      at: retention.location)
    return add(
      Resource(AWS.CloudWatchLogStream.self, "log_archive_errors") {
        $0.name = "S3Delivery"
        $0.logGroupName = group.name
      }, because: "the stream in that log group that Firehose writes to",
      at: retention.location)
  }

  /// The role with which Firehose writes into the bucket.
  ///
  /// Sources: Amazon Data Firehose Developer Guide, "Grant Firehose access to an Amazon S3
  /// destination"; Amazon CloudWatch Logs User Guide, "Subscription filters with Amazon Data
  /// Firehose", for the external ID, 2026-11.
  private mutating func addWriter(
    of cell: ResolvedCell, into bucket: AWS.S3Bucket.Attributes,
    _ errors: AWS.CloudWatchLogStream.Attributes, with key: AWS.KMSKey.Attributes
  ) -> (AWS.IAMRole.Attributes, TerraformReference) {
    var trust = IAMPolicy.Statement.trust(of: "firehose")
    trust.conditions = [
      .init("StringEquals", "sts:ExternalId", Argument(cell.scope.environment.account.digits))
    ]
    return addRole(
      "log_archive", named: cell.scope.logArchiveRole, trust,
      IAMPolicy(
        IAMPolicy.Statement(
          actions: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
          resources: [bucket.arn]),
        IAMPolicy.Statement(
          actions: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
          resources: ["\(bucket.arn)/*"]),
        IAMPolicy.Statement(
          actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn],
          conditions: [
            .init(
              "StringEquals", "kms:ViaService",
              Argument("s3.\(cell.region.name).amazonaws.com"))
          ]),
        IAMPolicy.Statement(actions: ["logs:PutLogEvents"], resources: [errors.arn])),
      which: "writes the archive of logs to its bucket",
      at: cell.location)
  }

  /// The role with which CloudWatch Logs writes into the stream.
  ///
  /// Who writes into a stream that is encrypted under a key of ours needs the key too, and not only
  /// Firehose, which has a grant: for streams created since 2026-04-20 at once.
  /// Sources: Amazon CloudWatch Logs User Guide, "Subscription filters with Amazon Data Firehose" and
  /// "Confused deputy prevention", 2026-11; AWS notice "Enhanced security controls for Amazon Data
  /// Firehose", quoted in ministryofjustice/modernisation-platform issue 12957, 2026-04-20.
  private mutating func addSubscriber(
    of cell: ResolvedCell, to stream: AWS.KinesisFirehoseDeliveryStream.Attributes,
    encryptedBy key: AWS.KMSKey.Attributes
  ) -> (AWS.IAMRole.Attributes, TerraformReference) {
    let account = cell.scope.environment.account.digits
    let logs = "arn:aws:logs:\(cell.region.name):\(account):*"
    var trust = IAMPolicy.Statement.trust(of: "logs")
    trust.conditions = [
      .init("ArnLike", "aws:SourceArn", Argument(logs)),
      .init("StringEquals", "aws:SourceAccount", Argument(account)),
    ]
    return addRole(
      "log_subscription", named: cell.scope.logSubscriptionRole, trust,
      IAMPolicy(
        IAMPolicy.Statement(
          actions: ["firehose:PutRecord", "firehose:PutRecordBatch"], resources: [stream.arn]),
        IAMPolicy.Statement(
          actions: ["kms:Decrypt", "kms:GenerateDataKey"], resources: [key.arn])),
      which: "hands log lines to the archive's stream",
      at: cell.location)
  }

  private mutating func addRole(
    _ block: String, named name: String, _ trust: IAMPolicy.Statement, _ permissions: IAMPolicy,
    which purpose: String, at location: SourceLocation
  ) -> (AWS.IAMRole.Attributes, TerraformReference) {
    let trust = policy("\(block)_trust", IAMPolicy(trust), at: location)
    let role = add(
      Resource(AWS.IAMRole.self, block) {
        $0.name = Argument(name)
        $0.assumeRolePolicy = trust
      }, because: "the role that \(purpose)",
      at: location)
    let permissions = policy("\(block)_permissions", permissions, at: location)
    let permission = add(
      Resource(AWS.IAMRolePolicy.self, block) {
        $0.name = "write"
        $0.role = role.name
        $0.policy = permissions
      }, because: "the role \(purpose), and may do nothing else",
      at: location
    ).reference
    return (role, permission)
  }
}
