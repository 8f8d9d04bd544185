import CellContract
import CellModel
import CellPrimitives
import SourceLocations
import TerraformAWS
import TerraformDocument

/// Where a load balancer writes its logs, and the policy that lets it.
struct LoadBalancerLogs {
  /// What is logged; each kind has a folder of its own.
  enum Kind: String, CaseIterable {
    /// A line for each request.
    case access
    /// A line for each TLS handshake, also one that failed.
    case connection
  }

  let bucket: AWS.S3Bucket.Attributes
  let policy: TerraformReference
}

extension TerraformComponent {
  /// The bucket of a cell's load balancer logs.
  ///
  /// SSE-S3 is the only encryption that Elastic Load Balancing writes to.
  /// Source: Application Load Balancers guide, "Enable access logs", "Requirements", 2026-11.
  mutating func addLoadBalancerLogs(
    of cell: ResolvedCell, in environment: ResolvedEnvironment
  ) -> LoadBalancerLogs {
    let (bucket, policy) = add(
      PrivateBucket(
        purpose: "the access log of the load balancer of \(cell.name)", block: "load_balancer_logs",
        name: cell.scope.loadBalancerLogBucket, encryption: .s3,
        statements: { [.logDelivery(to: $0, of: cell)] },
        lifecycle: [.archiving(after: cell.observability.archiveAfter.value)],
        protection: environment.protecting()),
      at: cell.location)
    return LoadBalancerLogs(bucket: bucket, policy: policy)
  }
}

extension IAMPolicy.Statement {
  /// Lets Elastic Load Balancing write logs of the account's load balancers, in their folders only.
  ///
  /// The service's own principal stands for the accounts of the regions, which older policies name.
  /// It puts the load balancer's owner into the path, so the account there shuts out all others.
  /// Source: Application Load Balancers guide, "Enable access logs", "Step 2: Attach a policy to your
  /// S3 bucket", 2026-11.
  fileprivate static func logDelivery(
    to bucket: AWS.S3Bucket.Attributes, of cell: ResolvedCell
  ) -> Self {
    let account = cell.scope.environment.account.digits
    return Self(
      principal: ("Service", "logdelivery.elasticloadbalancing.amazonaws.com"),
      actions: ["s3:PutObject"],
      resources: LoadBalancerLogs.Kind.allCases.map { kind in
        "\(bucket.arn)/\(kind.rawValue)/AWSLogs/\(account)/*"
      })
  }
}

extension AWS.S3BucketLifecycleConfiguration.Rule {
  /// To Glacier after `period`, which is whole days, and gone a year later.
  ///
  /// S3 leaves objects below 128 KB where they are, because moving them costs more than it saves.
  /// Source: S3 User Guide, "Transitioning objects using Amazon S3 Lifecycle", 2026-11.
  fileprivate static func archiving(after period: Period) -> Self {
    let days = period.seconds / 86_400
    return Self {
      $0.id = "archive"
      $0.status = "Enabled"
      $0.filter = [.init()]
      $0.transition = [
        .init {
          $0.days = Argument(days)
          $0.storageClass = "GLACIER"
        }
      ]
      $0.expiration = [.init { $0.days = Argument(days + 365) }]
      $0.noncurrentVersionExpiration = [.init { $0.noncurrentDays = 30 }]
      $0.abortIncompleteMultipartUpload = [.init { $0.daysAfterInitiation = 7 }]
    }
  }
}
