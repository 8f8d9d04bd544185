public import CellPrimitives

/// What Aurora accepts of a cluster beside its class and its version.
public enum AuroraLimits {
  /// Days for which a point in time can be restored.
  public static let backupRetentionInDays = Fact(
    1...35,
    source: "Amazon RDS API Reference, CreateDBCluster, BackupRetentionPeriod; Amazon Aurora User "
      + "Guide, \"Backup retention\"")

  /// The least that a window for backups or for maintenance may be.
  public static let leastWindow = Fact(
    Period.minutes(30),
    source: "Amazon RDS API Reference, CreateDBCluster, PreferredBackupWindow and "
      + "PreferredMaintenanceWindow (docs.aws.amazon.com/AmazonRDS/latest/APIReference/"
      + "API_CreateDBCluster.html)")

  /// Bounds of serverless capacity, in Aurora capacity units.
  ///
  /// Zero, with which an idle instance pauses, is left out: our services keep connections open, which
  /// an instance does not pause with, and a paused one takes 15 seconds and more to come back.
  public static let serverlessCapacity = Fact(
    0.5...256,
    source: "Amazon RDS API Reference, ServerlessV2ScalingConfiguration; Amazon Aurora User Guide, "
      + "\"Scaling to Zero ACUs with automatic pause and resume\"",
    note: "the most is 128 for 13.9, 14.6 and clusters on an old platform version")

  /// The step of serverless capacity, in Aurora capacity units.
  public static let serverlessCapacityStep = Fact(
    0.5, source: "Amazon RDS API Reference, ServerlessV2ScalingConfiguration")

  /// The least that the upper bound of serverless capacity may be, in Aurora capacity units.
  public static let leastServerlessMaximum = Fact(
    1.0,
    source: "Amazon Aurora User Guide, \"Choosing the maximum Aurora Serverless v2 capacity "
      + "setting for a cluster\"")
}
