extension PriceItem {
  /// Lines taken in by CloudWatch Logs.
  public static let logIngestion = PriceItem(.cloudWatch, "logs taken in", per: "GB")
  /// Lines that AWS writes: flow logs.
  public static let vendedLogs = PriceItem(.cloudWatch, "flow logs taken in", per: "GB")
  /// The same, written to a bucket.
  public static let vendedLogsToS3 = PriceItem(.cloudWatch, "flow logs to a bucket", per: "GB")
  /// Lines kept, compressed.
  public static let logStorage = PriceItem(.cloudWatch, "logs kept", per: "GB-month")
  /// A metric of ours, or one of detailed monitoring.
  public static let metric = PriceItem(.cloudWatch, "metrics", per: "metric")
  /// Values that Container Insights records.
  public static let insightsObservations =
    PriceItem(.cloudWatch, "Container Insights", per: "1M observations")
  /// An alarm, for each metric that it looks at.
  public static let alarm = PriceItem(.cloudWatch, "alarms", per: "alarm metric")
  /// The same with a period below a minute.
  public static let fastAlarm = PriceItem(.cloudWatch, "fast alarms", per: "alarm metric")
  /// An alarm over alarms.
  public static let compositeAlarm = PriceItem(.cloudWatch, "composite alarms", per: "alarm")
  /// A dashboard.
  public static let dashboard = PriceItem(.cloudWatch, "dashboards", per: "dashboard")

  /// Lines taken in by Firehose.
  public static let streamIngestion = PriceItem(.firehose, "logs taken in", per: "GB")
  /// Lines unpacked by Firehose.
  public static let streamDecompression = PriceItem(.firehose, "logs unpacked", per: "GB")
  /// Accesses to objects that the audit trail records.
  public static let auditDataEvents = PriceItem(.cloudTrail, "data events", per: "1M events")
}
