public import CellPrimitives

extension PriceItem {
  /// An instance of Aurora PostgreSQL in the standard configuration.
  public static func databaseInstanceHour(_ instance: DatabaseInstanceClass) -> PriceItem {
    PriceItem(.aurora, "\(instance) instances", per: "hour")
  }

  /// Capacity of a serverless instance.
  public static let databaseCapacityHour = PriceItem(
    .aurora, "serverless capacity", per: "ACU-hour")
  /// What RDS Extended Support costs on top.
  public static let databaseExtendedSupportHour =
    PriceItem(.aurora, "extended support", per: "vCPU-hour")
  /// What a cluster holds.
  public static let databaseStorage = PriceItem(.aurora, "storage", per: "GB-month")
  /// Reads and writes of the storage.
  public static let databaseRequests = PriceItem(.aurora, "I/O requests", per: "1M requests")
  /// Writes that a global database copies to a region.
  public static let databaseReplicatedWrites =
    PriceItem(.aurora, "replicated writes", per: "1M requests")
  /// Backups beyond the size of the cluster.
  public static let databaseBackup = PriceItem(.aurora, "backups", per: "GB-month")
  /// Performance Insights kept for longer than the seven days that cost nothing.
  public static let databaseInsights =
    PriceItem(.aurora, "Performance Insights beyond 7 days", per: "instance")

  /// Reads on demand, strongly consistent and up to 4 KB.
  public static let tableReads = PriceItem(.dynamoDB, "reads", per: "1M requests")
  /// Writes on demand of up to 1 KB, to a table in one region.
  public static let tableWrites = PriceItem(.dynamoDB, "writes", per: "1M requests")
  /// The same to a global table, in each of its regions.
  public static let tableReplicatedWrites =
    PriceItem(.dynamoDB, "replicated writes", per: "1M requests")
  /// What tables hold, in each region.
  public static let tableStorage = PriceItem(.dynamoDB, "storage", per: "GB-month")
  /// Recovery to a point in time, in each region.
  public static let tableRecovery = PriceItem(.dynamoDB, "point-in-time recovery", per: "GB-month")

  /// Objects in the standard class.
  public static let bucketStorage = PriceItem(.s3, "objects", per: "GB-month")
  /// Objects written, copied or listed.
  public static let bucketWrites = PriceItem(.s3, "writes", per: "1M requests")

  /// Requests to standard queues.
  public static let queueRequests = PriceItem(.sqs, "requests", per: "1M requests")
  /// Messages published to standard topics; their delivery to queues costs nothing.
  public static let topicRequests = PriceItem(.sns, "messages published", per: "1M requests")
  /// Messages delivered as e-mail.
  public static let topicEmails = PriceItem(.sns, "e-mails", per: "1,000 e-mails")

  /// A secret in a region, a replica like any other.
  public static let secret = PriceItem(.secretsManager, "secrets and replicas", per: "secret")
  /// Reads of secrets.
  public static let secretRequests = PriceItem(.secretsManager, "requests", per: "1M requests")
  /// A key of ours, in its first year: each of the first two yearly rotations adds a key's price.
  public static let key = PriceItem(.kms, "keys", per: "key")
  /// Uses of keys.
  public static let keyRequests = PriceItem(.kms, "requests", per: "1M requests")
}
