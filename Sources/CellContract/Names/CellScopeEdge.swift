extension CellScope {
  /// The load balancer, and the web ACL in front of it: `bizcomms-cell-use1-01`.
  public var loadBalancer: String { prefix }

  /// What the API's pods register with: `bizcomms-cell-use1-01-api`.
  public var targetGroup: String { "\(prefix)-\(ServiceName.api.rawValue)" }

  /// What the load balancer's security group begins with; AWS adds 26 characters.
  public var loadBalancerSecurityGroupPrefix: String { "\(prefix)-alb-" }

  /// The bucket of the load balancer's logs: `bizcomms-cell-use1-01-123456789012-alb-logs`; the
  /// account makes it unique in the world.
  public var loadBalancerLogBucket: String { "\(prefix)-\(environment.account)-alb-logs" }

  /// The firewall's log group: `aws-waf-logs-bizcomms-cell-use1-01`.
  ///
  /// AWS WAF writes to no log group of another beginning.
  /// Source: AWS WAF Developer Guide, "Sending web ACL traffic logs to a CloudWatch Logs log group",
  /// "Log group naming", 2026-11.
  public var firewallLogGroup: String { "aws-waf-logs-\(prefix)" }

  /// The alarm with which the cell takes over from the primary: `bizcomms-cell-usw1-01-takeover`.
  public var takeoverAlarm: String { "\(prefix)-takeover" }
}

/// The metric by which a standby takes over: 1 takes the shared name from the primary, 0 gives it back.
///
/// People publish it, in the standby's region, with the cell's name as its dimension.
public enum TakeoverMetric {
  /// Where it is.
  public static let namespace = "BizComms/Failover"
  /// What it is called there.
  public static let name = "TakeOver"
  /// The dimension that holds the cell's name.
  public static let dimension = "Cell"
}
