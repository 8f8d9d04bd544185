import CellPrimitives

/// Names of what keeps, shows and watches what a cell's services say of themselves.
extension CellScope {
  /// Where old lines of every service are kept: `bizcomms-cell-use1-01-123456789012-log-archive`;
  /// the account makes it unique in the world.
  public var logArchiveBucket: String { "\(prefix)-\(environment.account)-log-archive" }

  /// What carries lines into the archive: `bizcomms-cell-use1-01-logs`.
  public var logStream: String { "\(prefix)-logs" }

  /// Where ``logStream`` says what it could not deliver; Firehose suggests this form.
  public var logStreamErrors: String { "/aws/kinesisfirehose/\(logStream)" }

  /// The role with which CloudWatch Logs writes into ``logStream``.
  public var logSubscriptionRole: String { "\(prefix)-log-subscription" }

  /// The role with which Firehose writes into the archive.
  public var logArchiveRole: String { "\(prefix)-log-archive" }

  /// What takes lines of a service to the archive: `bizcomms-cell-use1-01-api-archive`.
  public func archiveFilter(of service: ServiceName) -> String {
    "\(prefix)-\(service.rawValue)-archive"
  }

  /// What counts errors among the lines of a service: `bizcomms-cell-use1-01-api-errors`.
  public func errorFilter(of service: ServiceName) -> String {
    "\(prefix)-\(service.rawValue)-errors"
  }

  /// A dashboard, unique in the account because dashboards have no region:
  /// `bizcomms-cell-use1-01-infrastructure`.
  public func name(of dashboard: Dashboard) -> String { "\(prefix)-\(dashboard.rawValue)" }

  /// An alarm of the whole cell: `bizcomms-cell-use1-01 EKS Node Failure`.
  public func name(of alarm: CellAlarm) -> String { "\(prefix) \(alarm.rawValue)" }

  /// An alarm of one cluster of a database: `bizcomms-cell-use1-01-alerts Aurora High CPU`.
  public func name(of alarm: CellAlarm, _ database: Database) -> String {
    "\(name(of: database)) \(alarm.rawValue)"
  }

  /// An alarm of one dead-letter queue: `bizcomms-cell-use1-01-webhooks-dlq Dead Letters`.
  public func name(ofDeadLettersAlarmOf queue: Queue) -> String {
    "\(deadLetterName(of: queue)) \(CellAlarm.deadLetters.rawValue)"
  }

  /// The alarm that lines of a service can't be handed over:
  /// `bizcomms-cell-use1-01-api Log Delivery Errors`.
  public func name(ofDeliveryErrorsAlarmOf service: ServiceName) -> String {
    "\(prefix)-\(service.rawValue) \(CellAlarm.deliveryErrors.rawValue)"
  }

  /// The alarm that a round of a function failed: `bizcomms-cell-use1-01-poller Failed Rounds`.
  public func name(ofFailedRoundsAlarmOf service: ServiceName) -> String {
    "\(function(of: service)) \(CellAlarm.failedRounds.rawValue)"
  }

  /// The alarm of a function's queue: `bizcomms-cell-use1-01-poller-failures Dead Letters`.
  public func name(ofDeadLettersAlarmOfRoundsOf service: ServiceName) -> String {
    "\(failedRounds(of: service)) \(CellAlarm.deadLetters.rawValue)"
  }

  /// Where every alarm of the cell goes: `bizcomms-cell-use1-01-alarms`.
  public var alarmTopic: String { "\(prefix)-alarms" }

  /// ``alarmTopic``, by ARN.
  public var alarmTopicARN: String {
    "arn:aws:sns:\(region.name):\(environment.account):\(alarmTopic)"
  }

  /// The key of ``alarmTopic``: `alias/bizcomms-cell-use1-01-alarms`.
  public var alarmKeyAlias: String { "alias/\(alarmTopic)" }
}

/// What a cell's dashboards are called.
public enum Dashboard: String, Sendable, Hashable, CaseIterable {
  /// Requests, latency, errors, connections.
  case api
  /// The queue, what becomes of its messages, deliveries.
  case worker
  /// Database, tables, cluster.
  case infrastructure
}

/// What a cell's alarms are called; most of them as the overview names them.
public enum CellAlarm: String, Sendable, Hashable, CaseIterable {
  /// The API fails requests.
  case apiHighErrorRate = "API High Error Rate"
  /// Messages wait for a worker.
  case queueBackup = "SQS Queue Backup"
  /// A database's instance is busy.
  case auroraHighCPU = "Aurora High CPU"
  /// A database's readers are behind its writer.
  case auroraReplicationLag = "Aurora Replication Lag"
  /// A database's copy in the cell's region is behind the primary.
  case auroraGlobalReplicationLag = "Aurora Replication Lag Across Regions"
  /// The cluster has too few nodes.
  case nodeFailure = "EKS Node Failure"
  /// A message waits too long, however few there are.
  case oldMessage = "SQS Old Message"
  /// Messages that nobody could handle.
  case deadLetters = "Dead Letters"
  /// A function ends badly.
  case failedRounds = "Failed Rounds"
  /// Lines are not taken over on their way to the archive.
  case deliveryErrors = "Log Delivery Errors"
  /// Lines don't reach the archive.
  case archiveDelay = "Log Archive Delay"
}
