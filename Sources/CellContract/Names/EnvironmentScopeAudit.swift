public import CellPrimitives

/// Names and ARNs of an environment's audit trail.
extension EnvironmentScope {
  /// The trail: `bizcomms-production-audit`.
  public var trail: String { "bizcomms-\(environment)-audit" }

  /// The trail, by ARN; its home is the region in which it was created.
  public func trailARN(in home: Region) -> String {
    "arn:aws:cloudtrail:\(home.name):\(account):trail/\(trail)"
  }

  /// The bucket that keeps the trail; the account makes it unique in the world.
  public var auditBucket: String { "bizcomms-\(environment)-\(account)-audit" }

  /// The key that encrypts the trail: `alias/bizcomms-production-audit`.
  public var auditKeyAlias: String { "alias/\(trail)" }
}
