import TerraformAWS
import TerraformDocument

extension CloudWatchMetric {
  /// What a load balancer counts, added up over a period.
  ///
  /// Source of names and dimensions: Application Load Balancers guide, "CloudWatch metrics for your
  /// Application Load Balancer", 2026-11.
  static func counted(_ count: LoadBalancerCount, by loadBalancer: AWS.LB.Attributes) -> Self {
    Self(
      "AWS/ApplicationELB", count.rawValue, ["LoadBalancer": loadBalancer.arnSuffix], .sum)
  }
}

/// What a load balancer counts, of what we look at; a count without an event has no value.
enum LoadBalancerCount: String {
  /// Connections that are open, from clients and to pods.
  case activeConnections = "ActiveConnectionCount"
  /// Answers 500 to 599 that pods gave.
  case podServerErrors = "HTTPCode_Target_5XX_Count"
  /// Answers 500 to 599 that the load balancer gave itself, because no pod answered.
  case ownServerErrors = "HTTPCode_ELB_5XX_Count"
}
