/// Metrics that AWS itself publishes and that our alarms and dashboards look at.
///
/// CloudWatch takes an alarm on any name and on any dimensions: one on a metric that nobody publishes
/// waits for ever.
public enum MetricFacts {
  /// Metrics of a namespace that are published with the same dimensions.
  public struct Published: Sendable, Hashable {
    /// `AWS/SQS`
    public let namespace: String
    /// All dimensions of a value; under fewer CloudWatch finds nothing.
    public let dimensions: Set<String>
    /// Those in percent, of 0 to 100.
    public let percentages: Set<String>
    /// The others, none of which falls below zero.
    public let amounts: Set<String>

    init(
      _ namespace: String, by dimensions: Set<String>, percentages: Set<String> = [],
      amounts: Set<String> = []
    ) {
      self.namespace = namespace
      self.dimensions = dimensions
      self.percentages = percentages
      self.amounts = amounts
    }
  }

  /// All of them.
  public static let all: [Fact<Published>] = [
    loadBalancer, tables, cluster, clusterNamespaces, databases, deliveryStream, functions,
    healthChecks, queues,
  ]

  /// Of an application load balancer as a whole.
  public static let loadBalancer = Fact(
    Published(
      "AWS/ApplicationELB", by: ["LoadBalancer"],
      amounts: [
        "ActiveConnectionCount", "HTTPCode_ELB_5XX_Count", "HTTPCode_Target_5XX_Count",
      ]),
    source: "Application Load Balancers guide, \"CloudWatch metrics for your Application Load "
      + "Balancer\"", date: read)

  /// Of a DynamoDB table, without its indexes.
  public static let tables = Fact(
    Published(
      "AWS/DynamoDB", by: ["TableName"],
      amounts: [
        "ConsumedReadCapacityUnits", "ConsumedWriteCapacityUnits", "ReadThrottleEvents",
        "WriteThrottleEvents",
      ]),
    source: "Amazon DynamoDB Developer Guide, \"DynamoDB Metrics and dimensions\"", date: read)

  /// Of a Kubernetes cluster, by the CloudWatch agent.
  public static let cluster = Fact(
    Published(
      "ContainerInsights", by: ["ClusterName"],
      percentages: [
        "node_cpu_utilization", "node_filesystem_utilization", "node_memory_utilization",
      ], amounts: ["cluster_failed_node_count", "cluster_node_count"]),
    source:
      "Amazon CloudWatch User Guide, \"Amazon EKS and Kubernetes Container Insights metrics\"",
    date: read)

  /// Of a Kubernetes cluster's namespaces, by the CloudWatch agent.
  public static let clusterNamespaces = Fact(
    Published(
      "ContainerInsights", by: ["ClusterName", "Namespace"],
      amounts: ["namespace_number_of_running_pods"]),
    source:
      "Amazon CloudWatch User Guide, \"Amazon EKS and Kubernetes Container Insights metrics\"",
    date: read)

  /// Of an Aurora cluster: its own, and those of its instances taken together.
  public static let databases = Fact(
    Published(
      "AWS/RDS", by: ["DBClusterIdentifier"], percentages: ["CPUUtilization"],
      amounts: [
        "AuroraReplicaLagMaximum", "DatabaseConnections", "VolumeReadIOPs", "VolumeWriteIOPs",
      ]),
    source:
      "Amazon Aurora User Guide, \"Amazon CloudWatch metrics for Amazon Aurora\" and \"Amazon "
      + "CloudWatch dimensions for Aurora\"", date: read)

  /// Of a Firehose stream that writes to S3.
  public static let deliveryStream = Fact(
    Published(
      "AWS/Firehose", by: ["DeliveryStreamName"], amounts: ["DeliveryToS3.DataFreshness"]),
    source: "Amazon Data Firehose Developer Guide, \"Monitor Amazon Data Firehose using CloudWatch "
      + "metrics\"; aws-cdk-lib 2.160.0, aws-kinesisfirehose, canned metrics, for the dimension",
    date: read)

  /// Of a Lambda function, all versions together.
  public static let functions = Fact(
    Published("AWS/Lambda", by: ["FunctionName"], amounts: ["Errors"]),
    source: "AWS Lambda operator guide, \"Types of metrics for Lambda functions\"", date: read)

  /// Of a health check, in us-east-1 alone.
  public static let healthChecks = Fact(
    Published("AWS/Route53", by: ["HealthCheckId"], amounts: ["HealthCheckStatus"]),
    source: "aws-cdk-lib 2.130.0, aws-route53, canned metrics", date: read)

  /// Of a queue.
  public static let queues = Fact(
    Published(
      "AWS/SQS", by: ["QueueName"],
      amounts: [
        "ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesNotVisible",
        "ApproximateNumberOfMessagesVisible",
      ]),
    source: "Amazon SQS Developer Guide, \"Available CloudWatch metrics for Amazon SQS\"",
    date: read)

  private static let read = FactDate(2026, 11, 26)
}
